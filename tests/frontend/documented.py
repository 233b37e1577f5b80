"""What the README of the components says of each, and what a template asks its context for."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.template import Context
from django.template.loader import get_template
from django.test import RequestFactory

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
README = TEMPLATES / "components" / "README.md"
NAME = re.compile(r"^- `([\w.]+)`: .*; (required|optional)$", re.MULTILINE)
# What Django itself looks up or hands to every page.
OWN_NAMES = {"True", "False", "None", "forloop", "csrf_token", "csp_nonce", "request"}


@dataclass(frozen=True, slots=True)
class Documented:
    text: str
    required: set[str] = field(default_factory=set)
    optional: set[str] = field(default_factory=set)

    @property
    def context(self) -> set[str]:
        """The names themselves; of "value.title" the context holds only "value"."""
        return {name.split(".")[0] for name in self.required | self.optional} - OWN_NAMES


def documented() -> dict[str, Documented]:
    """Sections of the README by template: "components/card.html" or "blocks/steps.html"."""
    sections = re.split(r"^### `([\w/]+\.html)`$", README.read_text(encoding="utf-8"), flags=re.M)
    found = {}
    for title, text in zip(sections[1::2], sections[2::2], strict=True):
        names = NAME.findall(text)
        found[title if "/" in title else f"components/{title}"] = Documented(
            text,
            {name for name, need in names if need == "required"},
            {name for name, need in names if need == "optional"},
        )
    return found


def existing() -> set[str]:
    """Every component and block there is."""
    return {
        file.relative_to(TEMPLATES).as_posix()
        for folder in ("components", "blocks")
        for file in (TEMPLATES / folder).glob("*.html")
    }


class Asked(dict[str, Any]):
    """The context's floor: has nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def __contains__(self, name: object) -> bool:
        self.names.add(str(name))
        return False

    def get(self, name: str, otherwise: Any = None) -> Any:
        self.names.add(name)
        return otherwise


def asked_names(template: str, context: dict[str, Any]) -> set[str]:
    """Names that drawing the template reads and that are not made by the template itself."""
    floor = Asked()
    drawing = Context()
    drawing.request = RequestFactory().get("/")
    given = Recorded({"request": drawing.request, **context})
    drawing.dicts = [drawing.dicts[0], floor, given]
    get_template(template).template.render(drawing)
    return (floor.names | given.names) - OWN_NAMES


class Recorded(dict[str, Any]):
    """The given names; remembers which were read."""

    def __init__(self, given: dict[str, Any]) -> None:
        super().__init__(given)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.names.add(name)
        return super().__getitem__(name)
