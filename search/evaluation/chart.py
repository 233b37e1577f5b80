"""A line of figures between 0 and 1, as points of a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

WIDTH, HEIGHT = 600, 160


@dataclass(frozen=True, slots=True)
class Chart:
    """`points` are for a polyline in a box of WIDTH by HEIGHT whose top is 1."""

    points: str
    width: int = WIDTH
    height: int = HEIGHT

    @classmethod
    def of(cls, values: Sequence[float]) -> Self | None:
        """None for less than two values: there is no line yet."""
        if len(values) < 2:
            return None
        step = WIDTH / (len(values) - 1)
        places = [(n * step, HEIGHT * (1 - value)) for n, value in enumerate(values)]
        return cls(" ".join(f"{x:.1f},{y:.1f}" for x, y in places))
