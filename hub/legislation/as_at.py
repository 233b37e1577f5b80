"""Which official text stood on a day. The same rows always give the same answer.

For each nation the text that started last decides: what it replaced doesn't come back when it
ends. A text that has been in force or repealed counts before one that only waits to start, and
that before the text as it was passed, which says nothing about what was in force.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from hub.legislation.enums import NATIONS, TextStatus

if TYPE_CHECKING:
    from hub.legislation.models.official import OfficialVersion

RANKS = {TextStatus.AS_PASSED: 0, TextStatus.PROSPECTIVE: 1}


def deciding(
    versions: Iterable["OfficialVersion"], day: date, nation: str
) -> "OfficialVersion | None":
    """The version that settles a day in a nation, even if only by having ended before."""
    started = [v for v in versions if v.covers(nation) and v.has_started_by(day)]
    return max(started, key=lambda version: weight(version, day), default=None)


def weight(version: "OfficialVersion", day: date) -> tuple[int, date, bool, date, int]:
    """The last three only tell apart versions that start together, which a sound file hasn't."""
    return (
        RANKS.get(TextStatus(version.status), 2),
        version.valid_from or date.min,
        not version.has_ended_by(day),
        version.modified_on or date.min,
        version.pk or 0,
    )


def standing(
    versions: Iterable["OfficialVersion"], day: date, nation: str
) -> "OfficialVersion | None":
    """None where nothing is known of the day."""
    found = deciding(versions, day, nation)
    return None if found is None or found.has_ended_by(day) else found


def texts_as_at(
    versions: Iterable["OfficialVersion"], day: date
) -> list[tuple["OfficialVersion", str]]:
    """Each version that stood on a day with the nations it stood in, as letters."""
    rows = list(versions)
    found: dict[int, tuple[OfficialVersion, str]] = {}
    for nation in NATIONS:
        version = standing(rows, day, nation)
        if version is not None:
            found[id(version)] = (version, found.get(id(version), (version, ""))[1] + nation)
    return list(found.values())
