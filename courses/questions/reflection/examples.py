from courses.questions.base import Example, thing_id

POINT = "Say what will happen next, and when"
WRITTEN = {"stem": "How would you end the conversation?", "points": [POINT, "Keep it short"]}

EXAMPLES = (
    Example(
        WRITTEN,
        [
            {"answer": "I'd say when I will ring"},
            {"answer": "I'd say when I will ring", "answer-covered": [thing_id(POINT)]},
        ],
        "0",
        "It doesn't count: people compare for themselves",
    ),
)
