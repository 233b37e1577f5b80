"""What stands beside the text of a poll or an event, as cells of the first row of its thread."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.core.one_line import without_turns
from hub.forum.enums import ThreadKind
from hub.forum.exchange.drafts import DraftEvent, DraftPoll
from hub.forum.forms.besides import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_PLACE,
    LONGEST_POLL,
    MOST_OPTIONS,
)
from hub.forum.models import Event, Thread

OF_POLLS, OF_EVENTS = ("answers", "several", "closes"), ("starts", "ends", "place", "link")
EARLIEST = date(2000, 1, 1)
MINUTE = "%Y-%m-%d %H:%M"
IS_ADDRESS = URLValidator(schemes=["http", "https"])
Row = Mapping[str, str]


def cells_of(thread: Thread) -> tuple[str, ...]:
    """In the order of the columns; empty for other threads. The event's hour tells of no writer."""
    poll, event = ("",) * len(OF_POLLS), ("",) * len(OF_EVENTS)
    if thread.kind == ThreadKind.POLL:
        answers = "\n".join(option.text for option in thread.poll.options.all())
        several = "yes" if thread.poll.several else ""
        poll = (answers, several, thread.poll.last_day.isoformat())
    if thread.kind == ThreadKind.EVENT:
        held = thread.event
        event = (minute_of(held.starts_at), minute_of(held.ends_at), held.place, held.link)
    return (*poll, *event)


def minute_of(moment: datetime) -> str:
    return timezone.localtime(moment).strftime(MINUTE)


def kind_of(row: Row, problems: list[str]) -> ThreadKind:
    """A question where the cell is empty. What is wrong is noted, here and below."""
    cell = row["kind"].strip().casefold()
    if cell and cell not in ThreadKind.values:
        kinds = ", ".join(ThreadKind.values)
        problems.append(_("Its kind must be one of: %(kinds)s.") % {"kinds": kinds})
        return ThreadKind.QUESTION
    kind = ThreadKind(cell or ThreadKind.QUESTION)
    if kind != ThreadKind.POLL and any(row[name].strip() for name in OF_POLLS):
        problems.append(_("Answers to choose from and a last day belong to a poll alone."))
    if kind != ThreadKind.EVENT and any(row[name].strip() for name in OF_EVENTS):
        problems.append(_("Times, a place and a link belong to an event alone."))
    return kind


def poll_of(row: Row, problems: list[str]) -> DraftPoll:
    lines = (without_turns(" ".join(line.split())) for line in row["answers"].splitlines())
    answers = list(dict.fromkeys(filter(None, lines)))
    if not FEWEST_OPTIONS <= len(answers) <= MOST_OPTIONS:
        problems.append(_("A poll has two to ten different answers, one on each line."))
    if any(len(answer) > LONGEST_OPTION for answer in answers):
        most = {"n": LONGEST_OPTION}
        problems.append(_("Keep each answer below %(n)d characters.") % most)
    several = row["several"].strip().casefold()
    if several not in {"", "no", "yes"}:
        problems.append(_("“Several” is yes or empty."))
    return DraftPoll(answers, several == "yes", last_day_of(row["closes"], problems))


def last_day_of(cell: str, problems: list[str]) -> date:
    """One that is over makes a closed poll."""
    today = timezone.localdate()
    try:
        day = date.fromisoformat(cell.strip())
    except ValueError:
        problems.append(_("The last day to vote must look like 2026-03-31."))
        return today
    if not EARLIEST <= day <= today + LONGEST_POLL:
        problems.append(_("The last day to vote lies before 2000, or more than a year ahead."))
    return day


def event_of(row: Row, problems: list[str]) -> DraftEvent:
    place, link = without_turns(" ".join(row["place"].split())), row["link"].strip()
    moments = [moment_of(row[name]) for name in ("starts", "ends")]
    starts, ends = (moment or datetime.min.replace(tzinfo=UTC) for moment in moments)
    if None in moments:
        problems.append(_("An event starts and ends at times like 2026-03-31 09:30."))
    elif ends <= starts or starts.date() < EARLIEST:
        problems.append(_("An event ends after it starts, and isn't before 2000."))
    if not place and not link:
        problems.append(_("An event has a place or a link."))
    if len(place) > LONGEST_PLACE:
        problems.append(_("Its place is longer than %(n)d letters.") % {"n": LONGEST_PLACE})
    if link and not is_address(link):
        problems.append(_("Its link is no address of a web page, or too long."))
    return DraftEvent(starts, ends, place, link)


def moment_of(cell: str) -> datetime | None:
    try:
        return timezone.make_aware(datetime.strptime(cell.strip(), MINUTE))
    except ValueError:
        return None


def is_address(link: str) -> bool:
    longest = Event._meta.get_field("link").max_length or 0
    try:
        IS_ADDRESS(link)
    except ValidationError:
        return False
    return len(link) <= longest


def words_of(row: Row) -> Sequence[str]:
    """What somebody typed freely beside title and text."""
    return [row[name] for name in ("answers", "place", "link") if row[name].strip()]
