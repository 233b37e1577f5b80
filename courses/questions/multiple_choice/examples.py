from courses.questions.base import Example, thing_id

WRITTEN = {
    "stem": "Which of these do you pass on?",
    "options": [
        {"text": "What he said, in his words", "right": True},
        {"text": "Where he is now", "right": True},
        {"text": "Who you think is to blame", "right": False},
        {"text": "That he chose that life", "right": False},
    ],
}


def typed(*places: int) -> list[dict[str, list[str]]]:
    """The options chosen, counted from 1."""
    texts = [str(option["text"]) for option in WRITTEN["options"]]  # type: ignore[index]
    return [{"answer": [thing_id(texts[place - 1]) for place in places]}]


EXAMPLES = (
    Example(WRITTEN, typed(1, 2), "1", "Both right ones"),
    Example(WRITTEN, typed(1), "1/2", "One of two"),
    Example(WRITTEN, typed(1, 2, 3), "1/2", "Both right ones and a wrong one, which takes half"),
    Example(WRITTEN, typed(1, 3), "0", "One right and one wrong"),
    Example(WRITTEN, typed(1, 2, 3, 4), "0", "Everything"),
)
