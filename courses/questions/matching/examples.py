from courses.questions.base import Example, thing_id

WRITTEN = {
    "stem": "Match the word to its meaning.",
    "pairs": [
        {"left": "Cunch", "right": "Another town to sell in"},
        {"left": "Bando", "right": "A run-down place used for drugs"},
        {"left": "Trap", "right": "A run-down place used for drugs"},
        {"left": "Plugging", "right": "Hiding drugs inside the body"},
    ],
    "extra": ["A phone number that takes orders"],
}


def typed(**chosen: str) -> list[dict[str, str]]:
    names = {"Cunch": "", "Bando": "", "Trap": "", "Plugging": ""} | chosen
    return [{f"answer-{thing_id(word)}": thing_id(text) for word, text in names.items()}]


TOWN, PLACE = "Another town to sell in", "A run-down place used for drugs"
BODY, PHONE = "Hiding drugs inside the body", "A phone number that takes orders"

EXAMPLES = (
    Example(WRITTEN, typed(Cunch=TOWN, Bando=PLACE, Trap=PLACE, Plugging=BODY), "1", "All four"),
    Example(
        WRITTEN,
        typed(Cunch=TOWN, Bando=PLACE, Trap=PLACE, Plugging=PHONE),
        "3/4",
        "Three of four: each pair counts the same",
    ),
    Example(
        WRITTEN, typed(Cunch=PHONE, Bando=BODY, Trap=TOWN, Plugging=PLACE), "0", "None of them"
    ),
)
