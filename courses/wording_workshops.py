"""What screens say about workshops and what a course asks beside its quiz."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courses.enums import State
from courses.services.progress import Asked, Condition
from hub.core.dates import long_date


def day_and_time(moment: datetime.datetime) -> str:
    """Tuesday 8 December 2026, 09:30, in London time."""
    return date_format(timezone.localtime(moment), "l j F Y, H:i")


def span(starts_at: datetime.datetime, ends_at: datetime.datetime) -> str:
    """Tuesday 8 December 2026, 09:30 to 12:30; with both days where it ends on another."""
    start, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
    shape = "H:i" if start.date() == end.date() else "l j F Y, H:i"
    words = {"start": day_and_time(start), "end": date_format(end, shape)}
    return _("%(start)s to %(end)s") % words


def condition_words(condition: Condition) -> tuple[str, str]:
    """What the course asks for, and how far that is."""
    attendance = condition.asks is Asked.ATTENDANCE
    title = _("Come to a workshop") if attendance else _("A trainer’s sign-off")
    return title, (attendance_words if attendance else sign_off_words)(condition)


def attendance_words(condition: Condition) -> str:
    when = {"when": day_and_time(condition.at)} if condition.at else {}
    if not when:
        return "" if condition.state is State.DONE else _("Book a seat below.")
    if condition.state is State.DONE:
        return _("You came on %(when)s.") % when
    if condition.state is State.DOING:
        return _("You have a seat on %(when)s.") % when
    return _("You didn’t come on %(when)s. Book another.") % when


def sign_off_words(condition: Condition) -> str:
    if condition.at is None:
        return "" if condition.state is State.DONE else _("A trainer sees that you wait for it.")
    day = {"day": long_date(condition.at), "note": condition.note}
    if condition.state is State.DONE:
        words = _("Signed off on %(day)s. %(note)s")
    else:
        words = _("Not yet, said a trainer on %(day)s: %(note)s")
    return (words % day).strip()
