"""The staffed hours in words: when moderators read, whether they do now, and when again.

Pure but for the last function. Hours are those of the clock on the wall in London, in summer time
too; nobody reads on bank holidays.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from hub.core.working_days import is_bank_holiday
from hub.forum.models import StaffedHours
from hub.notices.enums import Weekday

# Minutes since midnight; the second is the first that isn't part of it.
Span = tuple[int, int]
# By the number of the weekday, in their order, without overlaps.
Week = dict[int, tuple[Span, ...]]

WHOLE_DAY = 24 * 60
MIDDAY = WHOLE_DAY // 2
# Bank holidays can take away several weeks of hours that are on one day alone, not that many.
LONGEST_GAP = 60


def week_of(rows: Iterable[StaffedHours]) -> Week:
    spans: dict[int, list[Span]] = {}
    for row in rows:
        for day in range(row.first_day, row.last_day + 1):
            spans.setdefault(day, []).append(
                (minute_of(row.begins), minute_of(row.ends) or WHOLE_DAY)
            )
    return {day: merged(spans[day]) for day in sorted(spans)}


def minute_of(at: time) -> int:
    return at.hour * 60 + at.minute


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for begins, ends in sorted(spans):
        if joined and begins <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(ends, joined[-1][1]))
        else:
            joined.append((begins, ends))
    return tuple(joined)


def spans_on(week: Week, day: date) -> tuple[Span, ...]:
    return () if is_bank_holiday(day) else week.get(day.weekday(), ())


def is_staffed(week: Week, moment: datetime) -> bool:
    local = timezone.localtime(moment)
    minute = minute_of(local.time())
    return any(begins <= minute < ends for begins, ends in spans_on(week, local.date()))


def next_opening(week: Week, moment: datetime) -> datetime | None:
    """When hours begin next after a moment, in London; None where there are none."""
    today = timezone.localdate(moment)
    for ahead in range(LONGEST_GAP):
        day = today + timedelta(days=ahead)
        for begins, _ends in spans_on(week, day):
            opening = at_minute(day, begins)
            if opening > moment:
                return opening
    return None


def at_minute(day: date, minute: int) -> datetime:
    """A minute of a day in London, or its end; where summer time skips it, an hour later."""
    over, minute = divmod(minute, WHOLE_DAY)
    wall = datetime.combine(
        day + timedelta(days=over), time(*divmod(minute, 60)), timezone.get_default_timezone()
    )
    return timezone.localtime(wall.astimezone(UTC))


def hours_in_words(week: Week) -> str:
    """'Monday to Friday, 9am to 5pm; Saturday, 10am to midday'."""
    days_of: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in week.items():
        days_of.setdefault(spans, []).append(day)
    said = (f"{days_in_words(days)}, {spans_in_words(spans)}" for spans, days in days_of.items())
    return "; ".join(said)


def days_in_words(days: Sequence[int]) -> str:
    if len(days) == len(Weekday):
        return _("every day")
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return get_text_list([name for run in runs for name in run_in_words(run)], _("and"))


def run_in_words(run: Sequence[int]) -> list[str]:
    names = [str(Weekday(day).label) for day in run]
    if len(names) < 3:
        return names
    return [_("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}]


def spans_in_words(spans: Sequence[Span]) -> str:
    if spans == ((0, WHOLE_DAY),):
        return _("all day")
    said = [
        _("%(first)s to %(last)s") % {"first": clock(begins), "last": clock(ends)}
        for begins, ends in spans
    ]
    return get_text_list(said, _("and"))


def clock(minute: int) -> str:
    """9am, 5:30pm, midday and midnight, as GOV.UK writes them."""
    if minute % WHOLE_DAY == 0:
        return _("midnight")
    if minute == MIDDAY:
        return _("midday")
    hour, past = divmod(minute, 60)
    said = f"{(hour - 1) % 12 + 1}:{past:02}" if past else f"{(hour - 1) % 12 + 1}"
    return (
        _("%(clock)sam") % {"clock": said}
        if minute < MIDDAY
        else _("%(clock)spm") % {"clock": said}
    )


def when_in_words(opening: datetime, now: datetime) -> str:
    day, said = opening.date(), {"clock": clock(minute_of(opening.time()))}
    ahead = (day - timezone.localdate(now)).days
    if ahead < 2:
        return (_("tomorrow at %(clock)s") if ahead else _("today at %(clock)s")) % said
    said["day"] = date_format(day, "l" if ahead < 7 else "l j F")
    return _("on %(day)s at %(clock)s") % said


def line_of(week: Week, now: datetime) -> str:
    """A line for people about to write, below whom to call; nothing where no hours are set."""
    if not week:
        return ""
    said = _("Moderators read the forum %(hours)s, except on bank holidays.")
    parts = [said % {"hours": hours_in_words(week)}]
    opening = next_opening(week, now)
    if is_staffed(week, now):
        parts.append(_("They are reading now."))
    elif opening:
        said = _("They aren't reading now, and begin again %(when)s.")
        parts.append(said % {"when": when_in_words(opening, now)})
    return " ".join(parts)


def reading_hours() -> str:
    """What `line_of` says now. One query."""
    return line_of(week_of(StaffedHours.objects.all()), timezone.now())
