"""Plain text out of what Moodle keeps as HTML or Markdown.

What would change the meaning if it went is refused by name: pictures, tables, formulas.
"""

import html
import re

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from courses.exchange.drafts import Refused
from hub.core.one_line import shortened

LONGEST = 10_000
# Signs that no text has (files with them are refused): where a gap is, and where a rule was drawn.
GAP = "\x1a"
RULE = "\f"

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    *("address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt"),
    *("fieldset", "figure", "footer", "header", "main", "nav", "ol", "p", "pre", "section", "ul"),
}
DROPPED = frozenset({"script", "style", "head", "title", "template"})
LOST = {
    "a picture": ("img", "svg", "picture", "canvas", "map"),
    "a table": ("table",),
    "a film or sound": ("video", "audio", "source", "track"),
    "something embedded": ("iframe", "object", "embed", "applet"),
    "a formula": ("math",),
    "controls to fill in": ("input", "select", "textarea", "button"),
    "struck out words": ("del", "s", "strike"),
}
REFUSED = {tag: what for what, tags in LOST.items() for tag in tags}
FORMULAS = ((r"\(", r"\)"), (r"\[", r"\]"), ("$$", "$$"))
LOOKS_LIKE_HTML = re.compile(
    r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{2,20});"
)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
# Python's own parser of HTML takes minutes for some texts that nobody writes in good faith. No part
# of this looks at a sign twice.
TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,20})(?P<rest>[^<>]*)>"
    r"|<[!?][^<>]*>"
    r"|(?P<reference>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)"
)
HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r]+")
# Spaces that browsers would fold, and signs that would begin a formula.
KEPT = re.compile(r"[\t\\$]|(?<![^\s]) | (?![^\s])")
UNSOUND = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
MARKDOWN = MarkdownIt("commonmark")


def plain(text: str, style: str) -> str:
    """The text of one of Moodle's four formats. Raises Refused where something would be lost."""
    check_length(text)
    if style in {"plain", "plain_text"}:
        return text.strip()
    if "@@PLUGINFILE@@" in text:
        raise Refused(lost_words("a picture"))
    refuse_formulas(text)
    if style == "markdown":
        return from_html(MARKDOWN.render(text))
    if style == "html":
        return from_html(text)
    return from_html(text.replace("\n", "<br>")) if LOOKS_LIKE_HTML.search(text) else text.strip()


def name_from(text: str) -> str:
    """How a question is called in a report: as its text begins, whatever stands between < and >."""
    bare = html.unescape(TAG.sub(" ", text[:1000]))
    return shortened(UNSOUND.sub("", bare)) or _("Without words")


def check_length(text: str) -> None:
    """Reading takes longer than a text grows, so that none may be a book."""
    if len(text) > LONGEST:
        raise Refused(_("One of its texts is longer than %(most)d letters.") % {"most": LONGEST})


def refuse_formulas(text: str) -> None:
    if any(0 <= text.find(begin) < text.rfind(end) for begin, end in FORMULAS):
        raise Refused(lost_words("a formula"))


def lost_words(what: str) -> str:
    named = {
        "a picture": _("a picture"),
        "a table": _("a table"),
        "a film or sound": _("a film or sound"),
        "something embedded": _("something embedded"),
        "a formula": _("a formula"),
        "controls to fill in": _("controls to fill in"),
        "struck out words": _("struck out words"),
    }
    return _("It has %(what)s, which our questions can't show.") % {"what": named[what]}


def from_html(text: str) -> str:
    words = Words()
    bare, at = without_comments(text), 0
    for token in TOKEN.finditer(bare):
        words.data(bare[at : token.start()])
        at = token.end()
        if token["reference"]:
            words.reference(token["reference"])
        elif token["tag"]:
            (words.end if token["end"] else words.start)(token["tag"].lower(), token["rest"])
    words.data(bare[at:])
    return words.text()


def without_comments(text: str) -> str:
    parts, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts.append(text[at:begin])
        at = end + 3
    return "".join([*parts, text[at:]])


def html_of(text: str) -> str:
    """What `plain` makes the same text of, each of its spaces included."""
    safe = html.escape(text, quote=False)
    return KEPT.sub(lambda found: f"&#{ord(found[0])};", safe).replace("\n", "<br>")


class Words:
    """Gathers what somebody would read, line by line.

    Spaces fold as browsers fold them, but for those that are written as a number: our own exports
    keep theirs so.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks = 0
        self.loose = False
        self.silent = 0
        self.lists: list[int | None] = []
        self.link = ""
        self.shifted = ""

    def start(self, tag: str, rest: str) -> None:
        if tag in REFUSED:
            raise Refused(lost_words(REFUSED[tag]))
        if tag in DROPPED:
            self.silent += 1
        elif tag == "br":
            self.add("\n")
        elif tag == "hr":
            self.add(RULE)
        elif tag == "li":
            self.begin_item()
        elif tag in BLOCKS:
            self.begin_block(tag)
        elif tag in {"sub", "sup"}:
            self.shifted = tag
        elif tag == "a":
            found = HREF.search(rest)
            self.link = html.unescape(found[1] or found[2] or "") if found else ""

    def end(self, tag: str, _rest: str) -> None:
        if tag in DROPPED:
            self.silent = max(0, self.silent - 1)
        elif tag in {"ol", "ul"} and self.lists:
            self.lists.pop()
            self.part(2 - bool(self.lists))
        elif tag in BLOCKS:
            self.part(1 if self.lists else 2)
        elif tag in {"sub", "sup"}:
            self.shifted = ""
        elif tag == "a":
            self.end_link()

    def begin_block(self, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self.part(2 - bool(self.lists))
            self.lists.append(1 if tag == "ol" else None)
        elif not (self.lists and self.at_item()):
            self.part(1 if self.lists else 2)

    def begin_item(self) -> None:
        self.part(1)
        number = self.lists[-1] if self.lists else None
        self.add(f"{number}. " if number else "- ")
        if number:
            self.lists[-1] = number + 1

    def at_item(self) -> bool:
        """Whether nothing stands yet behind the sign of a list's item."""
        return bool(self.parts) and re.fullmatch(r"- |\d+\. ", self.parts[-1]) is not None

    def end_link(self) -> None:
        """Where a link leads would be lost with it."""
        if self.link.startswith(("http://", "https://")) and self.link not in "".join(
            self.parts[-3:]
        ):
            self.add(f" ({self.link})")
        self.link = ""

    def data(self, data: str) -> None:
        if self.silent:
            return
        folded = SPACES.sub(" ", data)
        if folded.startswith(" ") and (self.loose or self.breaks or not self.parts):
            folded = folded[1:]
        if folded:
            self.add(folded)
            self.loose = folded.endswith(" ")

    def reference(self, written: str) -> None:
        """Moodle's editor writes a space that doesn't break where people type two."""
        meant = UNSOUND.sub("", html.unescape(written))
        if meant and not self.silent:
            self.add(" " if written == "&nbsp;" else meant)

    def part(self, lines: int) -> None:
        """Begins a new line, or a new paragraph, once something follows."""
        self.breaks = max(self.breaks, lines)

    def add(self, text: str) -> None:
        if self.loose and (self.breaks or text[0] in f"\n{RULE}"):
            self.parts[-1] = self.parts[-1].removesuffix(" ")
        if self.breaks and self.parts:
            self.parts.append("\n" * self.breaks)
        self.breaks, self.loose = 0, text.startswith("\n")
        if self.shifted:
            signs = RAISED if self.shifted == "sup" else LOWERED
            text = text.translate(signs) if re.fullmatch(r"[\d+=()n-]+", text) else text
        self.parts.append(text)

    def text(self) -> str:
        return "".join(self.parts).strip()
