"""Small pieces: plain text, dates, pages of a list, and rows made after every migrate."""

from datetime import UTC, date, datetime

import pytest
from django.test import RequestFactory

from hub.core.dates import add_months, long_date
from hub.core.html import plain_text
from hub.core.pagination import page_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("<p>a<script>alert(1)</script>b</p>", "a b"),
        ("the <a href='/x/'>Care <b>Act</b></a>, which", "the Care Act, which"),
        ("<ul><li>one</li><li><i>two</i></li></ul>three<br>four", "one two three four"),
        ("<style>p{}</style>words", "words"),
        ("fish &amp; chips", "fish & chips"),
        ("", ""),
    ],
)
def test_plain_text_keeps_words_and_nothing_else(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-11-22", 24, "2028-11-22"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
    ],
)
def test_months_end_on_the_last_day_there_is(start: str, months: int, end: str) -> None:
    day = date.fromisoformat
    assert add_months(day(start), months) == day(end)


def test_a_date_is_written_as_people_here_write_it() -> None:
    assert long_date(date(2026, 11, 4)) == "4 November 2026"


def test_a_moment_late_in_the_evening_of_summer_belongs_to_the_next_day_in_london() -> None:
    assert long_date(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"


def test_no_date_is_written_as_nothing() -> None:
    assert long_date(None) == ""


@pytest.mark.parametrize(("asked", "shown"), [("2", 2), ("", 1), ("x", 1), ("-4", 3), ("999", 3)])
def test_a_page_number_without_sense_shows_a_page_that_is_there(
    rf: RequestFactory, asked: str, shown: int
) -> None:
    page = page_of(rf.get("/", {"page": asked}), list(range(50)), per_page=20)
    assert page.number == shown
