"""What editors write: examples by block, then by the state that they show."""

from types import SimpleNamespace
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from hub.home.style_guide.words import LONG, SENTENCE, WORD

TEXT = mark_safe(
    "<p>Ask who else knows. <strong>Don't promise</strong> to keep it to yourself; see "
    '<a href="#">first conversations</a>.</p><ul><li>What did you see?</li><li>When?</li></ul>'
)

# In no collection that anybody could close.
NOWHERE = SimpleNamespace(path="")


class Picture:
    """Stands in for an image of the library, so that the examples need none there."""

    collection = NOWHERE

    def get_rendition(self, _filter: Any) -> "Picture":
        return self

    def img_tag(self, attrs: dict[str, str]) -> str:
        source = static("img/favicon.svg")
        alternative = attrs.get("alt", "")
        return format_html('<img src="{}" alt="{}" width="200" height="200">', source, alternative)


def document(title: str) -> SimpleNamespace:
    words = "Word document, 47 KB"
    return SimpleNamespace(title=title, url="#", in_words=words, collection=NOWHERE)


def value(**parts: Any) -> dict[str, Any]:
    return {"value": parts}


BLOCKS: dict[str, dict[str, dict[str, Any]]] = {
    "heading.html": {"Short": {"value": "What to say"}, "Long words": {"value": f"{LONG} {WORD}"}},
    "paragraph.html": {"Text with a list": {"value": TEXT}},
    "steps.html": {
        "One, title alone": value(steps=[{"title": "Ring", "text": ""}]),
        "Many": value(
            steps=[
                {"title": "Listen", "text": TEXT},
                {"title": LONG, "text": TEXT},
                {"title": WORD, "text": ""},
            ]
        ),
    },
    "warning_signs.html": {
        "One": value(title="Signs at home", items=["Strangers come and go"]),
        "Many, with a note": value(title="Signs", note=SENTENCE, items=["Debts", LONG, WORD]),
    },
    "table.html": {
        "One row": value(caption="Who answers", header=["Who"], rows=[{"cells": ["Police"]}]),
        "Wide, with long words": value(
            caption="Who answers, and when",
            header=["Who", "When", "How", "Notes"],
            rows=[
                {"cells": ["Police", "At any hour", "999 or 101", LONG]},
                {"cells": [WORD, "", "Phone", WORD]},
            ],
        ),
    },
    "quote.html": {
        "Short": value(text="Nobody had asked me that.", attribution="A young adviser"),
        "Long": value(text=f"{LONG}\n\n{LONG}", attribution=WORD),
    },
    "callout.html": {
        "Short": value(title="Stay with the child", text=TEXT),
        "Long words": value(title=WORD, text=format_html("<p>{}</p>", LONG)),
    },
    "download.html": {
        "Short": value(document=document("Referral prompt"), description="Fits on one page."),
        "Long words": value(document=document(WORD), description=LONG),
    },
    "picture.html": {
        "Plain": value(image=Picture(), alternative="Seven plots around a shared middle"),
        "With a caption": value(image=Picture(), caption=LONG),
    },
    "video.html": {
        "A link": value(title="Asking about a bag", link="#"),
        "Uploaded": value(
            title=LONG,
            film=document("Asking about a bag"),
            content_type="video/webm",
            captions=document("Captions"),
            transcript=TEXT,
        ),
    },
}
