"""What screens say about workshops and what a course asks beside its quiz."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.enums import Seat, State
from courses.models import Workshop
from courses.services.progress import Asked, Condition, CourseStatus
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


def seats_left(workshop: Workshop) -> str:
    """Of a workshop that was fetched `with_seats`."""
    left = workshop.capacity - workshop.taken
    if workshop.waiting or left <= 0:
        return _("Full, with a waiting list")
    return ngettext("%(n)d seat left", "%(n)d seats left", left) % {"n": left}


def own_words(workshop: Workshop) -> str:
    """What the reader has in a workshop that was fetched `with_seats`. Empty for nothing."""
    words = {Seat.BOOKED: _("You have a seat"), Seat.WAITING: _("You are on the waiting list")}
    return words.get(workshop.own, "")


def where(workshop: Workshop) -> str:
    """The place on one line; the link itself is for those with a seat."""
    lines = [line.strip(" ,") for line in workshop.place.splitlines()]
    place = ", ".join(filter(None, lines))
    return "; ".join(filter(None, [place, _("Online") if workshop.link else ""]))


def workshop_meta(workshop: Workshop) -> list[str]:
    """For a line in a list."""
    when = span(workshop.starts_at, workshop.ends_at)
    if workshop.is_cancelled:
        return [when, _("Cancelled")]
    if workshop.ends_at <= timezone.now():
        return [when, where(workshop)]
    return [when, where(workshop), own_words(workshop) or seats_left(workshop)]


def workshop_facts(workshop: Workshop, *, is_signed_in: bool) -> list[tuple[str, str]]:
    """Who gives it is for people with an account."""
    closes, trainer = workshop.closes_at, workshop.trainer if is_signed_in else None
    return [
        (_("When"), span(workshop.starts_at, workshop.ends_at)),
        (_("Where"), where(workshop)),
        (_("Trainer"), trainer.get_full_name() if trainer else ""),
        (_("Seats"), "" if workshop.is_cancelled else seats_left(workshop)),
        (_("Booking closes"), day_and_time(closes) if closes else ""),
    ]


def progress_facts(status: CourseStatus) -> list[tuple[str, str]]:
    """How far somebody is, for the trainer who signs them off."""
    lessons = _("%(done)d of %(total)d") % {"done": status.done, "total": status.total}
    asked = [(one, *condition_words(one)) for one in status.conditions]
    return [
        (_("Lessons"), lessons if status.total else ""),
        (_("Quiz"), str(status.quiz.state.label) if status.quiz else ""),
        *[(title, str(one.state.label)) for one, title, _words in asked],
    ]
