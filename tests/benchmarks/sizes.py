"""How large the measured hub is. Numbers are totals, what the demonstration holds included."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    guidance: int
    provisions: int
    acts: int
    courses: int
    modules: int
    lessons: int
    questions: int
    people: int
    threads: int
    posts: int
    closed: int


FULL = Sizes(
    guidance=2000,
    provisions=500,
    acts=40,
    courses=20,
    modules=3,
    lessons=4,
    questions=12,
    people=300,
    threads=5000,
    posts=50_000,
    closed=8,
)
# What a test makes in a few seconds.
SMALL = Sizes(
    guidance=12,
    provisions=8,
    acts=2,
    courses=2,
    modules=1,
    lessons=2,
    questions=3,
    people=6,
    threads=25,
    posts=120,
    closed=2,
)
