from courses.questions.base import Example, thing_id

NOW, LATER = "Ring now", "Raise it at the next meeting"
RIGHT = {
    "A child has said that somebody is waiting outside for her": NOW,
    "A 14-year-old went missing an hour ago": NOW,
    "A pupil has new trainers": LATER,
    "A family moved in from another area last year": LATER,
}
WRITTEN = {
    "stem": "What needs a call now?",
    "items": [{"text": text, "group": group} for text, group in RIGHT.items()],
}


def typed(*groups: str) -> list[dict[str, str]]:
    chosen = zip(RIGHT, groups, strict=True)
    return [{f"answer-{thing_id(text)}": thing_id(group) for text, group in chosen}]


EXAMPLES = (
    Example(WRITTEN, typed(NOW, NOW, LATER, LATER), "1", "All four in their groups"),
    Example(WRITTEN, typed(NOW, NOW, NOW, LATER), "3/4", "Three of four"),
    Example(
        WRITTEN, typed(NOW, NOW, NOW, NOW), "1/2", "Everything in one group earns that group only"
    ),
    Example(WRITTEN, typed(LATER, LATER, NOW, NOW), "0", "Each in the wrong group"),
)
