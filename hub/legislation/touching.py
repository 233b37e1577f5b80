"""Whether a change to come touches a provision: the place itself, what it is in, or inside it."""

from hub.legislation.models.official import OfficialEffect
from hub.legislation.resting import is_in, order_of


def touches(effect: OfficialEffect, path: str) -> bool:
    """A change of the whole touches everything, and everything touches the whole."""
    if not path or not effect.places:
        return True
    return any(is_at(path, first, last) for first, last in effect.places)


def is_at(path: str, first: str, last: str) -> bool:
    if any(is_in(path, end) or is_in(end, path) for end in (first, last)):
        return True
    if first == last:
        return False
    start, end = first.split("/"), last.split("/")
    depth = next((i for i, (a, b) in enumerate(zip(start, end, strict=False)) if a != b), -1)
    steps = path.split("/")
    if depth < 0 or len(steps) <= depth or steps[:depth] != start[:depth]:
        return False
    return order_of(start[depth]) <= order_of(steps[depth]) <= order_of(end[depth])
