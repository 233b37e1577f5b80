from courses.questions.base import Example

WRITTEN = {
    "stem": "How sure are you that you could make this referral?",
    "low": "Not at all sure",
    "high": "Very sure",
}

EXAMPLES = (
    Example(WRITTEN, [{"answer": 5}], "0", "It doesn't count"),
    Example(WRITTEN, [{"answer": 1}], "0", "It doesn't count either"),
)
