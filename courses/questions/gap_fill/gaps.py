"""A text with gaps as an editor writes it: what belongs in a gap stands in double brackets.

Ring [[999]] if a child is in danger now.
Tell [[children's services|social care]] the same day.    several answers count
The child [[is|~may be|~isn't]] a victim first.           one is chosen; ~ marks wrong ones
It is the [[National Referral Mechanism|50%:referral mechanism]].    half of its mark
"""

import re
from collections.abc import Iterator

from courses.questions.base import Data

GAP = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%:(.*)", re.DOTALL)
PLACE = re.compile(r"\[\[(\d+)\]\]")


def read(text: str) -> Data:
    """The text with numbers in its gaps, and what each gap takes."""
    gaps: list[Data] = []

    def number(found: re.Match[str]) -> str:
        gaps.append(gap_of(str(len(gaps) + 1), found[1]))
        return f"[[{len(gaps)}]]"

    return {"text": GAP.sub(number, text), "gaps": gaps}


def gap_of(pk: str, written: str) -> Data:
    options = [option_of(part) for part in written.split("|") if part.strip(" ~")]
    return {"id": pk, "choose": "~" in written, "options": options}


def option_of(written: str) -> Data:
    """Without a sign in front it earns the whole mark, with ~ nothing."""
    text = written.strip()
    wrong = text.startswith("~")
    text = text.removeprefix("~").strip()
    part = PERCENT.fullmatch(text)
    if part:
        return {"text": part[2].strip(), "percent": part[1], "feedback": ""}
    return {"text": text, "percent": "0" if wrong else "", "feedback": ""}


def write(data: Data) -> str:
    """What `read` makes the same data of."""
    written = {gap["id"]: gap_text(gap) for gap in data["gaps"]}
    return PLACE.sub(lambda found: f"[[{written[found[1]]}]]", data["text"])


def gap_text(gap: Data) -> str:
    parts = []
    for option in gap["options"]:
        percent = option["percent"]
        sign = "~" if percent == "0" else f"{percent}%:" if percent else ""
        parts.append(f"{sign}{option['text']}")
    return "|".join(parts)


def pieces(data: Data) -> Iterator[tuple[str, str]]:
    """The text before each gap with the gap's id; at last what follows, with no id."""
    parts = PLACE.split(data["text"])
    yield from zip(parts[::2], [*parts[1::2], ""], strict=True)
