from courses.questions.base import Example, thing_id

WRITTEN = {
    "stem": "A girl tells you about her debt. What do you say first?",
    "options": [
        {"text": "Thank you for telling me", "right": True},
        {"text": "Why did you take it?", "right": False},
        {"text": "I'll keep this to myself", "right": False, "percent": "25"},
    ],
}


def typed(text: str) -> list[dict[str, str]]:
    return [{"answer": thing_id(text)}]


EXAMPLES = (
    Example(WRITTEN, typed("Thank you for telling me"), "1", "The right one"),
    Example(WRITTEN, typed("Why did you take it?"), "0", "A wrong one"),
    Example(WRITTEN, typed("I'll keep this to myself"), "1/4", "One that was given 25 per cent"),
)
