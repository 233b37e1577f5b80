"""What shows how far someone is: examples by component, then by the state that they show."""

from typing import Any

from django.utils.safestring import mark_safe

from hub.home.style_guide.words import LONG, WORD

STATES = {"done": "Done", "doing": "Started", "failed": "Failed", "todo": "To do"}
QR = mark_safe(
    '<svg class="cg-certificate__qr" viewBox="0 0 4 4" role="img" aria-label="Sample of a code">'
    '<path fill="#fff" d="M0 0h4v4H0z"/><path d="M0 0h2v2H0zM2 2h1v1H2zM3 3h1v1H3zM3 0h1v1H3z"/>'
    "</svg>"
)

LEARNING: dict[str, dict[str, dict[str, Any]]] = {
    "progress.html": {
        "Not begun": {"done": 0, "total": 6, "unit": "lessons"},
        "Half": {"done": 3, "total": 6, "unit": "lessons", "id": "half"},
        "Done": {"done": 6, "total": 6, "unit": "lessons"},
    },
    "status.html": {words: {"state": state, "text": words} for state, words in STATES.items()},
    "task_row.html": {
        "To do, not open yet": {"title": "Quiz", "state": "todo", "status": "To do"},
        "Started": {
            "title": "First conversations",
            "url": "#",
            "text": "12 minutes",
            "state": "doing",
            "status": "Started",
        },
        "Done": {"title": "Signs", "url": "#", "state": "done", "status": "Done"},
        "Failed, long words": {
            "title": WORD,
            "url": "#",
            "text": LONG,
            "state": "failed",
            "status": "Failed",
        },
    },
    "option_result.html": {
        "Right, and chosen": {
            "text": "Call social care where the child is now",
            "right": True,
            "chosen": True,
            "explanation": "The duty lies where the child is found.",
        },
        "Right, not chosen": {"text": "Tell the lead in your team", "right": True},
        "Wrong, and chosen": {"text": "Wait until Monday", "chosen": True, "explanation": LONG},
        "Neither": {"text": WORD},
    },
    "check_answers.html": {
        "One, not answered": {"rows": [{"question": "Question 1", "answer": "", "url": "#"}]},
        "Many": {
            "rows": [
                {"question": "Who refers to the NRM?", "answer": "First responders", "url": "#"},
                {"question": LONG, "answer": WORD, "url": "#"},
                {"question": "What comes first?", "answer": "", "url": "#"},
            ]
        },
    },
    "certificate.html": {
        "With its code": {
            "person": "Sam Example",
            "course": "First steps",
            "facts": [("Completed on", "4 November 2026"), ("Valid until", "4 November 2028")],
            "qr": QR,
            "check_url": "https://hub.example/certificates/sample/",
        },
        "Without, and a long name": {"person": WORD, "course": LONG, "facts": []},
    },
}
