from courses.questions.base import Example, thing_id

STEPS = ["Is anybody hurt?", "Where is the child now?", "Who is with her?", "Write it down"]
WRITTEN = {"stem": "What do you find out first?", "items": STEPS}


def typed(*places: int) -> list[dict[str, str]]:
    """The place that a learner gives to each of the steps, in their right order."""
    chosen = zip(STEPS, places, strict=True)
    return [{f"answer-{thing_id(step)}": str(place) for step, place in chosen}]


EXAMPLES = (
    Example(WRITTEN, typed(1, 2, 3, 4), "1", "The right order"),
    Example(WRITTEN, typed(2, 3, 4, 1), "2/3", "One step to move: the last stands first"),
    Example(WRITTEN, typed(2, 1, 4, 3), "1/3", "Two steps to move"),
    Example(WRITTEN, typed(4, 3, 2, 1), "0", "The other way round"),
)
