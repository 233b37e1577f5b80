"""What people read and choose from: examples by component, then by the state that they show."""

from typing import Any

from django.utils.safestring import mark_safe

from hub.core.word_diff import word_diff
from hub.home.style_guide.words import LONG, META, SENTENCE, SHORT, WORD

STEPS = [
    "Make the child safe, and stay with them.",
    "Write down what they say, in their words.",
    "Call children's social care where the child is now.",
    "Tell the person who leads on exploitation in your team.",
    "Agree who rings the child tomorrow.",
]
NOTE = mark_safe("<p>The power is to protect. It isn't a way to question a child.</p>")
SNIPPET = mark_safe("When a <mark>referral</mark> brings no answer within one working day, ring.")

READING: dict[str, dict[str, dict[str, Any]]] = {
    "list_row.html": {
        "Title alone": {"title": SHORT, "url": "#"},
        "Full": {
            "title": SHORT,
            "url": "#",
            "summary": SENTENCE,
            "kind": "Guidance",
            "meta": META,
            "heading": "h3",
        },
        "Long words": {"title": WORD, "url": "#", "summary": LONG, "meta": [WORD, *META]},
    },
    "word_diff.html": {
        "One word": {"pieces": word_diff("Ring the school today.", "Ring the police today.")},
        "Nothing": {"pieces": word_diff(SENTENCE, SENTENCE)},
        "Long words": {"pieces": word_diff(LONG, WORD)},
    },
    "card.html": {
        "Title alone": {"title": "A child was found with drugs", "url": "#"},
        "With a sentence": {
            "title": "Someone's home has been taken over",
            "url": "#",
            "text": "Treat the tenant as a victim first.",
        },
        "Long words": {"title": WORD, "url": "#", "text": LONG},
    },
    "theme.html": {
        "Title alone": {"title": "Why", "url": "#", "n": 1},
        "With its question": {
            "title": "Places where harm happens",
            "url": "#",
            "n": 2,
            "text": "Where does it happen, and who could make that place safer?",
            "heading": "h2",
        },
        "Long words": {"title": WORD, "url": "#", "n": 7, "text": LONG},
    },
    "what_to_do.html": {
        "One step": {"steps": STEPS[:1]},
        "Five steps under another title": {"steps": STEPS, "title": "Today"},
        "Long steps": {"steps": [LONG, WORD]},
    },
    "banner.html": {
        "Caution, with text and a link": {
            "tone": "caution",
            "title": "Due for review since 3 June",
            "text": "Check the law before you rely on it.",
            "url": "#",
            "link_text": "What the law says now",
        },
        "Error": {"tone": "error", "title": "Withdrawn on 4 November 2026"},
        "Success": {"tone": "success", "title": "This certificate is valid"},
        "Success, text alone": {"tone": "success", "text": "Your profile is saved."},
        "Information": {"text": "This page applies to Wales only."},
        "Long words": {"tone": "caution", "title": WORD, "text": f"{LONG}\n\n{LONG}"},
    },
    "marking.html": {
        "Sensitive": {
            "marking": {
                "label": "OFFICIAL-SENSITIVE",
                "sentence": "Share it only with people who need it for their work.",
                "is_sensitive": True,
            }
        },
        "Official, where a setting asks for it": {"marking": {"label": "OFFICIAL"}},
        "Long words": {"marking": {"label": WORD, "sentence": LONG, "is_sensitive": True}},
    },
    "note.html": {
        "Ours": {"text": NOTE},
        "With a label": {"text": NOTE, "label": "If this is close to home"},
    },
    "warning_signs.html": {
        "One": {"signs": ["New clothes or a second phone"]},
        "Many, with a title and a note": {
            "id": "signs",
            "title": "Signs in school",
            "text": "Several together matter more than one.",
            "signs": ["Missing on Fridays", "A second phone", LONG, WORD],
        },
    },
    "discussion.html": {
        "One": {"questions": ["Who rings the child tomorrow?"]},
        "Many, under another title": {
            "id": "questions",
            "title": "For your next team meeting",
            "questions": ["Who rings the child tomorrow?", LONG, WORD],
        },
    },
    "quote.html": {
        "Words alone": {"text": "She asked how I was before she asked what I'd done."},
        "With who said it": {"text": "Nobody had asked me that.", "source": "A young adviser"},
        "With a link, in two paragraphs": {
            "text": f"{LONG}\n\n{SENTENCE}",
            "source": "Local review",
            "url": "#",
        },
    },
    "facts.html": {
        "One": {"facts": [("Applies to", "England")]},
        "Many; those without a value are left out": {
            "facts": [
                ("Applies to", "England and Wales"),
                ("Reviewed by", ""),
                ("Next review", LONG),
                ("Reference", WORD),
            ]
        },
    },
    "empty_state.html": {
        "Words alone": {"text": "Reports of posts wait for you here."},
        "With a title, an action and a plot": {
            "title": "Nothing saved yet",
            "text": "Press Save on any page and it waits for you here.",
            "action_url": "#",
            "action_text": "Find guidance",
            "n": 6,
        },
    },
    "active_filters.html": {
        "None": {"active": [], "clear_url": "#"},
        "One": {"active": [{"label": "England", "url": "#"}], "clear_url": "#"},
        "Many": {
            "active": [{"label": label, "url": "#"} for label in ("England", "Law", LONG)],
            "clear_url": "#",
        },
    },
    "facet.html": {
        "One": {"title": "Nation", "options": [{"label": "Wales", "count": 1, "url": "#"}]},
        "Many, one chosen": {
            "title": "Kind",
            "options": [
                {"label": "Guidance", "count": 19, "url": "#", "chosen": True},
                {"label": "Law", "count": 1204, "url": "#"},
                {"label": WORD, "count": 0, "url": "#"},
            ],
        },
    },
    "search_result.html": {
        "Title alone": {"title": SHORT, "url": "#"},
        "Full": {
            "title": SHORT,
            "url": "#",
            "kind": "Guidance",
            "meta": META,
            "snippet": SNIPPET,
            "section_url": "#",
            "section_title": "When nobody answers",
        },
        "Long words": {"title": WORD, "url": "#", "snippet": LONG},
    },
}
