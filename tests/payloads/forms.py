"""Forms as a page shows them, and what to send with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.factories.people import PASSWORD

# Inputs into which people type, and those that browsers fill in by other means.
TYPED = {"", "text", "search"}
GUARDED = {"email", "url", "tel", "number", "date", "time", "password", "hidden", "datetime-local"}
INNOCENT = {
    "email": "someone@agency.example",
    "url": "https://agency.example/",
    "number": "1",
    "date": "2030-01-01",
    "password": PASSWORD,
}
ROOM = 20_000


@dataclass
class Form:
    """`values` is what the form sends untouched, `typed` and `guarded` the room in each field.

    People type freely into the one, and into the other only what its kind allows.
    """

    page: str
    who: str
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    typed: dict[str, int] = field(default_factory=dict)
    guarded: dict[str, int] = field(default_factory=dict)

    @property
    def route(self) -> str:
        """The pattern of the address it is sent to."""
        try:
            return str(resolve(urlsplit(self.action).path).route)
        except Resolver404:
            return ""

    @property
    def shape(self) -> tuple[str, frozenset[str]]:
        """Forms alike in this are one form."""
        return self.route, frozenset({*self.values, *self.typed, *self.guarded})

    def filled(self, text: str) -> dict[str, list[str]]:
        """As somebody sends it who types this wherever people type."""
        return {**self.values, **{name: [text] for name in self.typed}}

    def forged(self, text: str) -> dict[str, list[str]]:
        """As no browser sends it: the text stands where the page offers a choice, too."""
        return {name: [text] for name in self.values}


def forms_of(html: str, page: str, who: str) -> Iterator[Form]:
    """The forms of a page that are sent by POST."""
    for node in LexborHTMLParser(html).css("form"):
        given = node.attributes
        if (given.get("method") or "").lower() == "post":
            form = Form(page, who, urljoin(page, given.get("action") or page))
            for control in node.css("input, textarea, select, button[name]"):
                take(form, control)
            yield form


def take(form: Form, control: LexborNode) -> None:
    given = control.attributes
    name, kind = given.get("name") or "", (given.get("type") or "").lower()
    if not name or name == "csrfmiddlewaretoken" or "disabled" in given:
        return
    if control.tag == "select":
        form.values[name] = chosen(control)
    elif control.tag == "textarea" or kind in TYPED:
        is_button = control.tag == "button"
        value = control.text() if control.tag == "textarea" else given.get("value") or ""
        form.values[name] = [value or ("" if is_button else "Words")]
        if not is_button:
            form.typed[name] = room(given)
    elif kind in GUARDED:
        form.values[name] = [given.get("value") or INNOCENT.get(kind, "")]
        form.guarded[name] = room(given)
    elif kind == "radio" or (kind == "checkbox" and ("required" in given or "checked" in given)):
        form.values.setdefault(name, [given.get("value") or "on"])
    elif kind == "submit" or control.tag == "button":
        form.values.setdefault(name, [given.get("value") or ""])


def room(given: Mapping[str, str | None]) -> int:
    return int(given.get("maxlength") or ROOM)


def chosen(select: LexborNode) -> list[str]:
    options = select.css("option")
    marked = [option for option in options if "selected" in option.attributes]
    values = [option.attributes.get("value") or "" for option in marked or options]
    return [next(filter(None, values), "")]
