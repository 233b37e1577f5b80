"""What a page rests on and what rests on it, as a drawing: three columns, joined by lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import ngettext

from hub.access.registry import Card, kind_named

# In the units of the drawing, which are pixels where there is room.
WIDTH, BOX, HIGH, GAP = 960, 270, 52, 14
LEFT, MIDDLE, RIGHT = 0, (WIDTH - BOX) // 2, WIDTH - BOX
MOST, LETTERS = 10, 34


@dataclass(frozen=True, slots=True)
class Box:
    """`x` and `y` are its upper left corner."""

    title: str
    kind: str
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.y + HIGH // 2


@dataclass(frozen=True, slots=True)
class Picture:
    boxes: list[Box]
    lines: list[str]
    height: int
    left: int
    width: int
    box_width: int = BOX
    box_height: int = HIGH


def picture_of(here: Card, below: Sequence[Card], above: Sequence[Card]) -> Picture:
    """`below` is what the page rests on, to its left. Where there are many, the last box counts."""
    columns = boxes(below, LEFT), boxes(above, RIGHT)
    height = max([HIGH, *(column[-1].y + HIGH for column in columns if column)])
    columns = tuple(centred(column, height) for column in columns)
    page = Box(short(here.title), kind_label(here), MIDDLE, (height - HIGH) // 2)
    lines = [curve(box.x + BOX, box.middle, page.x, page.middle) for box in columns[0]]
    lines += [curve(page.x + BOX, page.middle, box.x, box.middle) for box in columns[1]]
    left = LEFT if below else MIDDLE
    right = WIDTH if above else MIDDLE + BOX
    return Picture([page, *columns[0], *columns[1]], lines, height, left, right - left)


def boxes(cards: Sequence[Card], x: int) -> list[Box]:
    shown = cards if len(cards) <= MOST else cards[: MOST - 1]
    named = [(short(card.title), kind_label(card)) for card in shown]
    if rest := len(cards) - len(shown):
        named.append((ngettext("%(n)d more", "%(n)d more", rest) % {"n": rest}, ""))
    return [Box(title, kind, x, row * (HIGH + GAP)) for row, (title, kind) in enumerate(named)]


def centred(column: list[Box], height: int) -> list[Box]:
    lower = (height - (column[-1].y + HIGH)) // 2 if column else 0
    return [Box(box.title, box.kind, box.x, box.y + lower) for box in column]


def curve(x1: int, y1: int, x2: int, y2: int) -> str:
    """The path of a line that leaves and arrives level."""
    half = (x1 + x2) // 2
    return f"M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}"


def short(title: str) -> str:
    return Truncator(title).chars(LETTERS)


def kind_label(card: Card) -> str:
    return str(kind_named(card.kind).label) if card.kind else ""
