"""What stands around pages: examples by component, then by the state that they show."""

from types import SimpleNamespace
from typing import Any

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.http import QueryDict

from hub.home.style_guide.words import LONG, META, SENTENCE, SHORT, WORD

NOBODY = SimpleNamespace(is_authenticated=False)
SOMEBODY = SimpleNamespace(is_authenticated=True)


def asked(path: str, user: SimpleNamespace = NOBODY) -> dict[str, Any]:
    """As much of a request as the frame reads."""
    return {"request": SimpleNamespace(path=path, user=user, GET=QueryDict())}


FRAME: dict[str, dict[str, dict[str, Any]]] = {
    "header.html": {
        "Signed out": asked("/glossary/"),
        "Signed in, within the courses": asked("/courses/first-steps/", SOMEBODY),
        "Signed in, with much to read": asked("/forum/", SOMEBODY) | {"unread": "99+"},
        "Home and search have their own field": asked("/search/"),
    },
    "search_box.html": {
        "Small": {"id": "example-search", "label": "Search the hub"},
        "Large, filled in": {
            "id": "example-search-large",
            "label": "Words to search for",
            "landmark": "Large example",
            "css": "cg-search--large",
            "value": LONG,
            "icon": True,
        },
    },
    "footer.html": {
        "Signed out": asked("/glossary/"),
        "Signed in": asked("/glossary/", SOMEBODY),
    },
    "caution.html": {"Always the same": {}},
    "find_lead.html": {"Always the same": {}},
    "messages.html": {
        "One": {"messages": [Message(constants.SUCCESS, "Your profile is saved.")]},
        "One of each kind": {
            "messages": [
                Message(constants.SUCCESS, "Your question is up."),
                Message(constants.INFO, "A message is on its way to your new address."),
                Message(constants.WARNING, "Your certificate runs out next week."),
                Message(constants.ERROR, "We couldn't save your reply. Try again."),
            ]
        },
        "None": {"messages": []},
    },
    "breadcrumbs.html": {
        "One": {"crumbs": [("Home", "/")]},
        "Many, and long": {
            "crumbs": [("Home", "/"), ("Guidance", "/guidance/"), (LONG, "#"), (WORD, "#")]
        },
    },
    "page_header.html": {
        "Full": {
            "kind": "Guidance",
            "icon": "book-open",
            "title": SHORT,
            "lead": SENTENCE,
            "meta": META,
        },
        "Title alone": {"title": "Your account"},
        "Long words": {"title": WORD, "lead": LONG, "meta": [*META, WORD]},
    },
    "pagination.html": {
        "First of two": {"page": Paginator(range(30), 20).page(1)},
        "In the middle of many": {"page": Paginator(range(400), 20).page(9)},
        "Last": {"page": Paginator(range(60), 20).page(3)},
        "One page needs none": {"page": Paginator(range(3), 20).page(1)},
    },
    "prev_next.html": {
        "Both": {
            "previous_url": "#",
            "previous_title": "How a line works",
            "next_url": "#",
            "next_title": "First conversations",
        },
        "The first has only a next": {"next_url": "#", "next_title": "First conversations"},
        "The last, with a long title": {"previous_url": "#", "previous_title": LONG},
    },
    "contents.html": {
        "One": {"headings": [("What to do now", "one")]},
        "Many, and long": {"headings": [("What to do now", "one"), (LONG, "two"), (WORD, "three")]},
    },
    "mark.html": {"Always the same": {}},
    "plots.html": {"Always the same": {}},
    "plot_small.html": {"None filled": {"n": 0}}
    | {f"Plot {n} filled": {"n": n} for n in range(1, 8)},
    "htmx_head.html": {"Always the same": {}},
}
