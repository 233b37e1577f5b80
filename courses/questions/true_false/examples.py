from courses.questions.base import Example, thing_id

WRITTEN = {
    "stem": "You need consent to share that a child is at risk.",
    "options": [{"text": "True", "right": False}, {"text": "False", "right": True}],
}

EXAMPLES = (
    Example(WRITTEN, [{"answer": thing_id("False")}], "1", "The right one"),
    Example(WRITTEN, [{"answer": thing_id("True")}], "0", "The wrong one"),
)
