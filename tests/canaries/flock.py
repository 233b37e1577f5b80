"""Canaries: words that stand in restricted things, and nowhere else."""

import random
from dataclasses import dataclass, field
from enum import Enum

LETTERS = "bcdfghjkmnpqrtvwxz"
LENGTH = 8


class Circle(Enum):
    """Whom a restricted thing is for."""

    AREA = "people of the area"
    MARKED = "practitioners of the area with a second factor"
    GROUP = "people in the private group"
    GROUP_NAME = "people in the private group, and administrators"
    GROUP_OWNERS = "owners of the group, and administrators"
    DRAFTS = "staff of the CMS"
    MODERATED = "moderators of the hub"
    APPROVERS = "leads of the area, administrators and who asked"
    LEADERS = "leads of the area"
    IN_AREA = "people verified in the area, and administrators"
    VERIFIED = "verified practitioners"
    KEEPER = "the one person whose it is"
    ADMINISTRATORS = "administrators"
    DESK = "the front-line team and who asked"
    REVIEWED = "reviewers and administrators of the hub, and who shared it"
    TEAM = "the front-line team"
    NOBODY = "nobody at all"


@dataclass(frozen=True, slots=True)
class Canary:
    """`lure` is what people search for; `word` is what no answer may hold."""

    place: str
    circle: Circle
    lure: str
    word: str

    @property
    def text(self) -> str:
        return f"{self.lure} {self.word}"

    @property
    def name(self) -> str:
        """For an address or a file's name."""
        return f"{self.lure}-{self.word}"


@dataclass
class Flock:
    """All canaries of a hub. The words are the same in each run, and like no word of a page."""

    canaries: list[Canary] = field(default_factory=list)
    drawn: random.Random = field(default_factory=lambda: random.Random(20))

    def put(self, place: str, circle: Circle) -> Canary:
        canary = Canary(place, circle, self.new_word(), self.new_word())
        self.canaries.append(canary)
        return canary

    def new_word(self) -> str:
        return "".join(self.drawn.choices(LETTERS, k=LENGTH))

    def heard_in(self, text: str) -> set[Canary]:
        low = text.lower()
        return {canary for canary in self.canaries if canary.word in low}
