"""Signs that mean something in GIFT, and how they are written where they mean themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.plain import plain

ESCAPED = re.compile(r"\\([\\~=#{}:n])")
SPECIAL = re.compile(r"[\\~=#{}:\n]")
STYLE = re.compile(r"\[(html|moodle|plain|markdown)\]")
PERCENT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,10})?)%")
# As long as what it stands for, so that places in both texts are the same. No file has it.
HIDDEN = "\0\0"


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of a file, and the same with the escaped signs hidden."""

    raw: str
    mask: str

    @classmethod
    def of(cls, raw: str) -> "Written":
        return cls(raw, ESCAPED.sub(HIDDEN, raw))

    def cut(self, start: int, end: int | None = None) -> "Written":
        return Written(self.raw[start:end], self.mask[start:end])

    def parted(self, sign: str) -> tuple["Written", "Written | None"]:
        """What is before the sign, and what is behind it; None where it doesn't stand there."""
        at = self.mask.find(sign)
        return (self, None) if at < 0 else (self.cut(0, at), self.cut(at + len(sign)))

    def split(self, signs: str) -> Iterator[tuple[str, "Written"]]:
        """Each sign with what follows it; what stands before the first has the sign ""."""
        places = [found.start() for found in re.finditer(f"[{signs}]", self.mask)]
        yield "", self.cut(0, places[0] if places else None)
        for at, end in zip(places, [*places[1:], None], strict=False):
            yield self.mask[at], self.cut(at + 1, end)

    def stripped(self) -> "Written":
        start = len(self.raw) - len(self.raw.lstrip())
        return self.cut(start, len(self.raw.rstrip()) or None)

    def styled(self, usual: str) -> tuple[str, "Written"]:
        """How the text is formatted, told by its beginning, and the text without that."""
        bare = self.cut(len(self.raw) - len(self.raw.lstrip()))
        found = STYLE.match(bare.mask)
        return (found[1], bare.cut(found.end())) if found else (usual, bare)

    def text(self, usual: str) -> str:
        """As plain text. Raises Refused where something in it would be lost."""
        style, bare = self.styled(usual)
        return plain(meant(bare.raw), style)

    def weight(self) -> tuple[str, "Written"]:
        """The per cent at the beginning, "" for none, and the rest. Raises Refused for nonsense."""
        bare = self.stripped()
        found = PERCENT.match(bare.mask)
        if found is None:
            return "", bare
        if abs(float(found[1])) > 100:
            raise Refused(_("“%(text)s” is more than 100 per cent.") % {"text": found[0]})
        return found[1], bare.cut(found.end())


def meant(raw: str) -> str:
    return ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], raw)


def escaped(text: str) -> str:
    return SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", text)


def written_plain(text: str, usual: str = "plain") -> str:
    """A text in a question of the usual style, marked where that or its beginning misleads."""
    mark = "[plain]" if text and (usual != "plain" or text.startswith(("[", "%"))) else ""
    return mark + escaped(text)
