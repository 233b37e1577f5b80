from courses.questions.base import Example, thing_id

ASK, WAIT = "Ask whether he is safe now", "Wait until he says more"
CALL, LATER = "Ring children's services with him beside you", "Write it down for the team meeting"
WRITTEN = {
    "stem": "A pupil shows you a second phone and says that he owes somebody.",
    "steps": [
        {
            "name": "door",
            "text": "He stands in the doorway.",
            "options": [{"text": ASK, "to": "debt"}, {"text": WAIT, "to": "gone"}],
        },
        {
            "name": "debt",
            "text": "They come for the money tonight, he says.",
            "options": [{"text": CALL, "to": "call"}, {"text": LATER, "to": "late"}],
        },
    ],
    "endings": [
        {"name": "call", "text": "Somebody is with him tonight.", "percent": "100"},
        {"name": "late", "text": "The meeting is on Thursday.", "percent": "25"},
        {"name": "gone", "text": "He leaves.", "percent": "0"},
    ],
}


def typed(*chosen: str) -> list[dict[str, str]]:
    """What is chosen at one moment after another."""
    return [
        {"answer": thing_id(f"{moment}: {text}")}
        for moment, text in zip(("door", "debt"), chosen, strict=False)
    ]


EXAMPLES = (
    Example(WRITTEN, typed(ASK, CALL), "1", "The ending that earns the whole mark"),
    Example(WRITTEN, typed(ASK, LATER), "1/4", "An ending that earns a quarter"),
    Example(WRITTEN, typed(WAIT), "0", "An ending that earns nothing"),
    Example(WRITTEN, typed(ASK), "0", "Not gone to its end"),
)
