"""Days, places and changes of official texts, in words that say no more than is known."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.legislation.enums import NATIONS, TextStatus

if TYPE_CHECKING:
    from hub.legislation.models.official import OfficialEffect, OfficialVersion


def nations_in_words(letters: str) -> str:
    """England, Wales. The whole United Kingdom has one name."""
    if set(letters) >= set(NATIONS):
        return _("the whole United Kingdom")
    return ", ".join(str(name) for letter, name in NATIONS.items() if letter in letters)


def standing_in_words(version: "OfficialVersion", today: date) -> str:
    """What a text is or was on its days. Only one with a first day is ever called in force."""
    starts, ends = long_date(version.valid_from), long_date(version.valid_to)
    days = {"from": starts, "to": ends}
    if version.status != TextStatus.IN_FORCE:
        return waiting_or_gone(TextStatus(version.status), starts, ends)
    if not version.has_started_by(today):
        return _("To come: starts on %(from)s") % days
    if starts and ends and version.has_ended_by(today):
        return _("Past: in force from %(from)s until %(to)s") % days
    if starts and ends:
        return _("In force from %(from)s, until %(to)s") % days
    if starts:
        return _("In force from %(from)s") % days
    if ends:
        return _("Stood until %(to)s. When it started, or whether it had, isn’t recorded") % days
    return _("When it started, or whether it has, isn’t recorded")


def waiting_or_gone(status: TextStatus, starts: str, ends: str) -> str:
    days = {"from": starts, "to": ends}
    if status == TextStatus.PROSPECTIVE:
        if ends:
            return _("Not in force: it waited to start until %(to)s") % days
        return _("To come: not in force, and no day is set for its start")
    if status == TextStatus.AS_PASSED:
        return _("As first passed or made. What of it is in force isn’t recorded here")
    if status == TextStatus.DISCARDED:
        return _("Never in force: repealed before it started")
    return _("Repealed from %(from)s") % days if starts else _("Repealed")


def start_in_words(effect: "OfficialEffect", today: date) -> str:
    """When a change starts, or that nobody has said so."""
    said = []
    for day, how_far in effect.starts:
        extra = f" ({how_far})" if how_far and how_far != "wholly in force" else ""
        if not day:
            said.append(_("no day is set for its start"))
            continue
        on = date.fromisoformat(day)
        words = (
            _("starts on %(day)s")
            if on > today
            else _("law since %(day)s, but not yet in the official text")
        )
        said.append(words % {"day": long_date(on)} + extra)
    return "; ".join(dict.fromkeys(said)) or _("no day is set for its start")
