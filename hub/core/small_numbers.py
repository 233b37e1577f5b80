"""Counts of people that tell of no single person.

Below `LEAST` nothing is shown; everything else is rounded to the nearest `LEAST`, so that neither a
total, nor a part of the area, nor the same table a day later gives one person away by difference.
After the rules of NHS Digital for Hospital Episode Statistics, which suppress small numbers and
round all others to the nearest five.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

LEAST = 5


def rounded(count: int) -> int | None:
    """None for what is too few to show."""
    return None if count < LEAST else LEAST * ((2 * count + LEAST) // (2 * LEAST))


def shown(count: int) -> str:
    few = rounded(count)
    return _("fewer than %(n)d") % {"n": LEAST} if few is None else str(few)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many people. Where nearly all are in it, the few who aren't are too few."""

    part: int
    whole: int

    @property
    def is_hidden(self) -> bool:
        return self.whole < LEAST

    @property
    def people(self) -> str:
        return shown(self.whole)

    @property
    def count(self) -> str:
        if self.is_hidden:
            return _("not shown")
        return _("nearly all") if self.whole - self.part < LEAST <= self.part else shown(self.part)

    @property
    def percent(self) -> str:
        """Of the rounded numbers, since that of the true ones would tell them; empty for none."""
        whole, part = rounded(self.whole), rounded(self.part)
        if whole is None or part is None or self.whole - self.part < LEAST:
            return ""
        return _("%(n)d%%") % {"n": round(100 * part / whole)}
