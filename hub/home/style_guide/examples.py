"""Every component and block in all its states, drawn with the contexts of this folder."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from hub.home.style_guide.blocks import BLOCKS
from hub.home.style_guide.forms import FORMS
from hub.home.style_guide.frame import FRAME
from hub.home.style_guide.learning import LEARNING
from hub.home.style_guide.reading import READING

Contexts = Mapping[str, Mapping[str, dict[str, Any]]]

# Pieces that are items of a list, and the list that they stand in.
LISTS = {
    "components/list_row.html": "cg-rows",
    "components/search_result.html": "cg-rows",
    "components/card.html": "cg-cards",
    "components/theme.html": "cg-themes",
    "components/task_row.html": "cg-task-list",
    "components/option_result.html": "cg-option-results",
}
# Belongs in the head of a page, where there is nothing to see.
UNSEEN = {"components/htmx_head.html"}
REFERENCE = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|href)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Drawn:
    state: str
    html: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A component or block with its states."""

    name: str
    list_class: str
    is_unseen: bool
    states: list[Drawn]


def examples() -> dict[str, Mapping[str, dict[str, Any]]]:
    """The contexts by template name: "components/card.html" and so on."""
    parts: dict[str, Contexts] = {"components": {**FRAME, **READING, **LEARNING, **FORMS}}
    parts["blocks"] = BLOCKS
    return {f"{folder}/{name}": parts[folder][name] for folder in parts for name in parts[folder]}


def drawn_pieces(request: HttpRequest) -> Iterator[Piece]:
    """All of them. Draws a few hundred small templates: a page for developers, never cached."""
    for number, (template, states) in enumerate(examples().items()):
        drawings = [
            (state, render_to_string(template, context, request))
            for state, context in states.items()
        ]
        drawn = [
            Drawn(state, with_own_ids(html, f"{number}-{n}"))
            for n, (state, html) in enumerate(drawings)
        ]
        yield Piece(template, LISTS.get(template, ""), template in UNSEEN, drawn)


def with_own_ids(html: str, suffix: str) -> str:
    """The fragment with ids, and what points at them, that no other example on the page has."""

    def renamed(match: re.Match[str]) -> str:
        name, value = match.groups()
        if name == "href" and not re.fullmatch(r"#.+", value):
            return match.group()
        ids = " ".join(f"{one}-{suffix}" for one in value.split())
        return f'{name}="{ids}"'

    return REFERENCE.sub(renamed, html)
