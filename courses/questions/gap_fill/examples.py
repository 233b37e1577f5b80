from courses.questions.base import Example

WRITTEN = {
    "stem": "Fill in what comes first.",
    "text": "Is a child in danger now? Ring [[999]]. Tell [[children's services|social care]] "
    "[[the same day|~at the next meeting|~when a form is filled in]].",
}


def typed(*texts: str) -> list[dict[str, str]]:
    return [{f"answer-{place}": text for place, text in enumerate(texts, start=1)}]


EXAMPLES = (
    Example(WRITTEN, typed("999", "Social care", "the same day"), "1", "All three gaps"),
    Example(WRITTEN, typed("999", "the police", "the same day"), "2/3", "Two of three"),
    Example(WRITTEN, typed("101", "a friend", "at the next meeting"), "0", "None of them"),
)
