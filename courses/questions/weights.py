"""Parts of a mark: an editor writes per cent, marking computes with fractions."""

from fractions import Fraction

from django.utils.translation import gettext as _

WHOLE = Fraction(1)
# Per cents are written with few decimals: 33.33333 means a third.
FINEST = 360


def from_percent(text: str) -> Fraction:
    """33.33333 is a third. Raises ValueError for what is no number."""
    return (Fraction(text.strip().rstrip("% ")) / 100).limit_denominator(FINEST)


def to_percent(weight: Fraction) -> str:
    """Read again it gives the same weight: 1/3 becomes 33.33333."""
    return f"{float(weight * 100):.5f}".rstrip("0").rstrip(".")


def weight_of(thing: dict[str, object]) -> Fraction:
    return Fraction(str(thing["weight"]))


def percent_problem(text: str) -> str:
    """What is wrong with a per cent that an editor typed; "" for nothing."""
    try:
        weight = from_percent(text)
    except (ValueError, ZeroDivisionError):
        return _("“%(text)s” is no number of per cent.") % {"text": text}
    if abs(weight) > 1:
        return _("“%(text)s” is more than 100 per cent.") % {"text": text}
    return ""
