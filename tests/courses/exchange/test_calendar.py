"""Calendar files as RFC 5545 has them."""

import datetime
from zoneinfo import ZoneInfo

from courses.exchange.calendar import calendar_file
from courses.models import Workshop

LONDON = ZoneInfo("Europe/London")
PAGE = "https://hub.example/learning/workshops/abc/"


def workshop(month: int = 12, **fields: object) -> Workshop:
    starts_at = datetime.datetime(2026, month, 8, 9, 30, tzinfo=LONDON)
    given = {
        "code": "0123456789abcdef0123456789abcdef",
        "title": "Listen; ask, then act",
        "place": "Room 2\nTown Hall, Ardale",
        "ends_at": starts_at + datetime.timedelta(hours=2),
    }
    return Workshop(starts_at=starts_at, **(given | fields))


def lines_of(item: Workshop, link: str = "") -> list[str]:
    """Unfolded."""
    content = calendar_file(item, address=PAGE, link=link).decode()
    assert content.endswith("\r\n")
    return content.replace("\r\n ", "").split("\r\n")


def test_a_winter_day_is_told_in_utc() -> None:
    assert "DTSTART:20261208T093000Z" in lines_of(workshop(12))


def test_a_summer_day_is_an_hour_before() -> None:
    assert "DTSTART:20260708T083000Z" in lines_of(workshop(7))
    assert "DTEND:20260708T103000Z" in lines_of(workshop(7))


def test_the_same_workshop_keeps_its_uid_and_a_move_raises_the_sequence() -> None:
    before, after = lines_of(workshop()), lines_of(workshop(7, sequence=1))
    uid = "UID:0123456789abcdef0123456789abcdef"
    assert (uid in before, uid in after) == (True, True)
    assert ("SEQUENCE:0" in before, "SEQUENCE:1" in after) == (True, True)


def test_a_cancelled_one_takes_itself_out() -> None:
    lines = lines_of(workshop(cancelled_at=datetime.datetime.now(tz=datetime.UTC)))
    assert "METHOD:CANCEL" in lines
    assert "STATUS:CANCELLED" in lines
    assert "METHOD:PUBLISH" in lines_of(workshop())


def test_what_a_calendar_needs_stands_once_and_in_order() -> None:
    lines = lines_of(workshop())
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"
    for name in ("VERSION", "PRODID", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
        assert sum(line.startswith(f"{name}:") for line in lines) == 1


def test_text_is_escaped() -> None:
    assert "SUMMARY:Listen\\; ask\\, then act" in lines_of(workshop())
    assert "LOCATION:Room 2\\nTown Hall\\, Ardale" in lines_of(workshop())


def test_the_link_is_there_when_given() -> None:
    link = "https://meet.example/7"
    assert any(link in line for line in lines_of(workshop(), link))
    assert not any("meet.example" in line for line in lines_of(workshop()))
