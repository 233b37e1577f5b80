from courses.questions.base import Example

WRITTEN = {
    "stem": "For how many hours does a dispersal direction last at most?",
    "unit": "hours",
    "amounts": [
        {"value": "48", "tolerance": "0"},
        {"value": "48", "tolerance": "12", "percent": "50", "feedback": "Near enough to look up."},
    ],
    "low": "It lasts longer.",
    "high": "It ends sooner.",
}

EXAMPLES = (
    Example(WRITTEN, [{"answer": "48"}], "1", "The number"),
    Example(WRITTEN, [{"answer": "48.0 hours"}], "1", "The unit may stand there, or not"),
    Example(WRITTEN, [{"answer": "36"}], "1/2", "Off by twelve earns half"),
    Example(WRITTEN, [{"answer": "24"}], "0", "Too far off"),
)
