from courses.questions.base import Example

WRITTEN = {
    "stem": "What does NRM stand for?",
    "accepted": [
        {"text": "National Referral Mechanism"},
        {"text": "*referral mechanism", "percent": "50", "feedback": "Which one?"},
        {"text": "National Referral*", "percent": "50"},
    ],
    "other": "It begins with National.",
}

EXAMPLES = (
    Example(WRITTEN, [{"answer": "national  referral mechanism"}], "1", "Capitals, spaces aside"),
    Example(WRITTEN, [{"answer": "The referral mechanism"}], "1/2", "Part of it"),
    Example(WRITTEN, [{"answer": "National Referral Mechanisms"}], "1/2", "The * stands for more"),
    Example(WRITTEN, [{"answer": "Never Run Miles"}], "0", "Something else"),
)
