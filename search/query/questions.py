"""The words around a question, which say nothing about its matter."""

import re

ASKER = r"(?:i|we|you|they|somebody|someone|anyone)"
CAN = r"(?:do|does|did|can|could|should|shall|must|would|will)"
# Without the stopwords, which go anyway: here stand words that count elsewhere.
QUESTIONS = re.compile(
    rf"""\b(?:
      who(?:m)?\s+{CAN}\s+{ASKER}\s+(?:ring|call|phone|contact|tell|ask|report|speak|talk|turn)\b
        (?:\s+(?:to|it|this|with))?(?:\s+about)?
    | who(?:m)?\s+to\s+(?:ring|call|phone|contact|tell|ask)\b
    | (?:where|how)\s+{CAN}\s+{ASKER}\s+(?:find|find\s+out|get|know)\b
    | what\s+{CAN}\s+{ASKER}\s+do\b
    | (?:what\s+(?:is|are)\s+)?the\s+(?:meaning|definition)\s+of\b
    | (?:tell|show)\s+me\b
    | {ASKER}\s+(?:want|need|would\s+like)\s+to\s+(?:know|find)\b
    )""",
    re.I | re.X,
)
MEANS = re.compile(r"\b(what\s+(?:do|does|did)\s+.*?)\s+mean\b", re.I)


def without_questions(text: str) -> str:
    """The text without the frames of questions; nothing may be left of it."""
    return QUESTIONS.sub(" ", MEANS.sub(r"\1", text))
