"""The words of a provision as lines, each with how deep it stands."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from hub.legislation.clml.names import LEG, SILENT, XHTML, local, words

Line = tuple[int, str]
NUMBERED = {f"P{level}": level - 1 for level in range(1, 8)}
QUOTED = {"BlockAmendment", "BlockExtract"}
# Each is a line of its own, whatever stands inside it.
LINES = {"Text", "Title", "Subtitle", "Reference", "FragmentTitle", "Formula"}
NOT_TEXT = {"Pnumber", "Number", "Commentaries", "Versions", "Resources"}


def lines_of(element: Element, *, without: frozenset[str] = frozenset()) -> list[Line]:
    """Of what stands inside it, without its own number. `without` names what belongs to others."""
    lines = Lines(without)
    return [line for child in element for line in lines.of(child, 0) if line[1]]


class Lines:
    """Puts the number of a paragraph before its first words."""

    def __init__(self, without: frozenset[str]) -> None:
        self.without = without
        self.number = ""

    def of(self, element: Element, level: int) -> Iterator[Line]:
        name = local(element)
        if element.tag in SILENT or name in NOT_TEXT or self.is_of_others(element):
            return
        if name in LINES:
            yield self.line(level, words(element))
        elif name == "AppendText":
            yield level, words(element)
        elif element.tag == f"{XHTML}tr":
            yield self.line(level, " | ".join(filter(None, (words(cell) for cell in element))))
        elif name in QUOTED:
            yield from self.quoted(element, level + 1)
        else:
            yield from self.inside(element, name, level)

    def is_of_others(self, element: Element) -> bool:
        """A group with a heading is theirs only where it holds numbered paragraphs."""
        name = local(element)
        is_empty_group = name == "P1group" and element.find(f"{LEG}P1") is None
        return name in self.without and not is_empty_group

    def inside(self, element: Element, name: str, level: int) -> Iterator[Line]:
        if is_mixed(element):
            yield self.line(level, words(element))
            return
        level = max(level, NUMBERED.get(name, 0))
        if name in NUMBERED or name == "ListItem":
            self.number = f"{self.number} {number_of(element, name)}".strip()
        elif number := words(element.find(f"{LEG}Number")):
            yield self.line(level, number)
        for child in element:
            yield from self.of(child, level + (name == "ListItem"))
        if self.number and name in NUMBERED:
            yield self.line(level, "")

    def line(self, level: int, text: str) -> Line:
        number, self.number = self.number, ""
        return level, f"{number} {text}".strip()

    def quoted(self, element: Element, level: int) -> Iterator[Line]:
        """Words that the provision puts into another act: quoted, and no provision of this one."""
        found = [line for child in element for line in Lines(self.without).of(child, 0)]
        found = [(level + depth, text) for depth, text in found if text]
        for place, (depth, text) in enumerate(found):
            opens, closes = place == 0, place == len(found) - 1
            yield depth, f"{'“' if opens else ''}{text}{'”' if closes else ''}"


def is_mixed(element: Element) -> bool:
    """Whether words stand in it beside its elements."""
    return any((text or "").strip() for text in (element.text, *(e.tail for e in element)))


def number_of(element: Element, name: str) -> str:
    """Subsections stand in brackets unless the file says how they are written."""
    if name == "ListItem":
        return element.get("NumberOverride") or "•"
    found = element.find(f"{LEG}Pnumber")
    number = words(found)
    if found is None or not number:
        return ""
    bracket = ("(", ")") if name != "P1" and not number.startswith("(") else ("", "")
    before, after = found.get("PuncBefore", bracket[0]), found.get("PuncAfter", bracket[1])
    return f"{before}{number}{after}"
