"""People keep a learning record of their own: it adds up, and nobody else sees it."""

import csv
import datetime
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.models import CoursePage, RecordEntry
from courses.services.record import Period, record_of
from hub.access.groups import group_for_area
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import (
    RecordEntryFactory,
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    make_course,
    revoke,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in
from tests.pdf import Pdf, faults_of_accessibility
from tests.services import require_weasyprint

pytestmark = pytest.mark.django_db

RECORD = "/learning/record/"
SAID = {"title": "Regional event", "day": "2026-03-04", "minutes": "90", "learned": "Ring first."}


@pytest.fixture
def person() -> User:
    return UserFactory(name="Siân Ŷnyr")


@pytest.fixture
def client(person: User) -> Client:
    return sign_in(Client(), person)


def page_of(client: Client, query: str = "") -> str:
    return client.get(f"{RECORD}{query}").content.decode()


@pytest.mark.parametrize("activity", ["reading", "event", "reflection"])
def test_what_people_type_stands_in_their_record(client: Client, activity: str) -> None:
    client.post(f"{RECORD}add/{activity}/", SAID)
    page = page_of(client)
    assert "Regional event" in page
    assert "1 hour 30 minutes in all" in page
    assert RecordEntry.objects.get().activity == activity


def test_an_entry_is_changed_and_removed(client: Client) -> None:
    client.post(f"{RECORD}add/event/", SAID)
    entry = RecordEntry.objects.get()
    client.post(entry.get_absolute_url(), SAID | {"minutes": "30"})
    assert "30 minutes in all" in page_of(client)
    client.post(f"{entry.get_absolute_url()}remove/")
    assert not RecordEntry.objects.exists()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("title", "", "Say what it was"),
        ("day", "soon", "Enter a date like 4/11/2026."),
        ("day", "2999-01-01", "This day is still to come."),
        ("minutes", "0", "Enter at least one minute."),
        ("minutes", "half an hour", "Enter a whole number of minutes"),
        ("minutes", "99999999999999999999", "Enter less than a week."),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    client: Client, name: str, value: str, told: str
) -> None:
    page = client.post(f"{RECORD}add/event/", SAID | {name: value}).content.decode()
    assert told in page
    assert "Ring first." in page
    assert f'value="{value}"' in page or not value
    assert not RecordEntry.objects.exists()


def test_what_could_point_at_a_person_is_asked_about(client: Client) -> None:
    said = SAID | {"learned": "Kai, 14, can be reached on 07700 900123."}
    page = client.post(f"{RECORD}add/event/", said).content.decode()
    assert "could point to a real person" in page


def test_a_page_that_was_read_comes_with_its_title_and_time(client: Client) -> None:
    page = pages.guidance(title="Home takeovers")
    form = client.get(f"{RECORD}add/reading/?page={page.pk}").context["form"]
    assert form["title"].value() == "Home takeovers"
    assert form["minutes"].value() >= 1
    client.post(f"{RECORD}add/reading/?page={page.pk}", SAID)
    assert RecordEntry.objects.get().page_id == page.pk


def test_guidance_leads_there() -> None:
    page = pages.guidance()
    shown = Client().get(page.url).content.decode()
    assert f"/learning/record/add/reading/?page={page.pk}" in shown


def test_a_page_that_is_closed_to_somebody_gives_no_title(client: Client) -> None:
    page = pages.guidance(title="Closed to you")
    pages.restrict(page, group_for_area(AreaFactory()))
    assert client.get(f"{RECORD}add/reading/?page={page.pk}").status_code == 404


def test_courses_stand_there_by_themselves(client: Client, person: User) -> None:
    certificate = earn_certificate(person, course_with_quiz(lessons=3))
    page = page_of(client)
    assert certificate.course_title in page
    assert "30 minutes in all" in page


def test_a_course_counts_the_hours_that_a_body_gave_it(client: Client, person: User) -> None:
    course = course_with_quiz()
    CoursePage.objects.filter(pk=course.pk).update(accreditation_hours=Decimal("1.5"))
    earn_certificate(person, course)
    assert "1 hour 30 minutes in all" in page_of(client)


def test_a_course_without_a_quiz_counts_once_its_lessons_are_done(person: User) -> None:
    course = make_course(2)
    finish_lessons(person, course)
    line = record_of(reader_for(person), Period()).lines[0]
    assert (line.title, line.minutes, line.day) == (course.title, 20, timezone.localdate())


def test_a_course_under_way_does_not_count(person: User) -> None:
    finish_lessons(person, course_with_quiz())
    assert record_of(reader_for(person), Period()).lines == []


def test_a_long_record_costs_no_more_queries_than_a_short_one(person: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            record_of(reader_for(person), Period())
        return len(asked)

    finish_lessons(person, make_course(2))
    earn_certificate(person, course_with_quiz())
    few = queries()
    for _more in range(3):
        finish_lessons(person, make_course(2))
        earn_certificate(person, course_with_quiz())
        RecordEntryFactory(person=person)
    assert queries() == few


def test_a_revoked_certificate_does_not_count(person: User) -> None:
    revoke(earn_certificate(person, course_with_quiz()))
    assert record_of(reader_for(person), Period()).lines == []


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Old", "First", "Last", "New"}),
        ("?since=2026-04-01&until=2027-03-31", {"First", "Last"}),
        ("?since=2026-04-01", {"First", "Last", "New"}),
        ("?until=2026-04-01", {"Old", "First"}),
    ],
)
def test_a_period_holds_its_first_and_its_last_day(
    person: User, query: str, titles: set[str]
) -> None:
    days = {"Old": "2026-03-31", "First": "2026-04-01", "Last": "2027-03-31", "New": "2027-04-01"}
    for title, day in days.items():
        RecordEntryFactory(person=person, title=title, day=datetime.date.fromisoformat(day))
    lines = sign_in(Client(), person).get(f"{RECORD}{query}").context["record"].lines
    assert {line.title for line in lines} == titles


def test_days_that_make_no_period_are_said(client: Client) -> None:
    assert "Enter a date like" in page_of(client, "?since=never")
    assert "comes before the first" in page_of(client, "?since=2026-02-01&until=2026-01-01")


def test_nobody_else_sees_changes_or_removes_an_entry(client: Client) -> None:
    entry = RecordEntryFactory(title="Mine alone")
    assert "Mine alone" not in page_of(client)
    for address in (entry.get_absolute_url(), f"{entry.get_absolute_url()}remove/"):
        assert client.get(address).status_code == 404
        assert client.post(address, SAID).status_code == 404
    assert "Mine alone" not in client.get(f"{RECORD}files/json/").content.decode()


def test_the_spreadsheet_holds_hours_and_no_formula(client: Client, person: User) -> None:
    RecordEntryFactory(person=person, title="=1+1", minutes=90, learned="Ŵyn")
    text = client.get(f"{RECORD}files/csv/").content.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    assert (row["title"], row["hours"], row["learned"]) == ("'=1+1", "1.50", "Ŵyn")


def test_the_file_for_other_systems_adds_up(client: Client, person: User) -> None:
    for minutes in (30, 60):
        RecordEntryFactory(person=person, minutes=minutes)
    said = json.loads(client.get(f"{RECORD}files/json/").content)
    assert (said["person"], said["hours"]) == ("Siân Ŷnyr", 1.5)
    assert [entry["activity"] for entry in said["entries"]] == ["event", "event"]


def test_files_hold_the_period_that_is_shown(client: Client, person: User) -> None:
    RecordEntryFactory(person=person, title="Old", day=datetime.date(2020, 1, 1))
    said = json.loads(client.get(f"{RECORD}files/json/?since=2021-01-01").content)
    assert (said["from"], said["entries"]) == ("2021-01-01", [])


def test_the_pdf_is_accessible_and_says_what_the_page_says(
    client: Client, person: User, tmp_path: Path
) -> None:
    require_weasyprint()
    RecordEntryFactory(person=person, title="Cynhadledd Ŵyn", learned="Ring first.")
    content = client.get(f"{RECORD}files/pdf/").content
    pdf = Pdf(content)
    assert faults_of_accessibility(content, tmp_path) == ""
    assert pdf.title == "Learning record of Siân Ŷnyr"
    said = ("Siân Ŷnyr", "Date", "Cynhadledd Ŵyn", "Ring first")
    places = [pdf.text.index(words) for words in said]
    assert places == sorted(places)


def test_another_kind_of_file_is_not_there(client: Client) -> None:
    assert client.get(f"{RECORD}files/docx/").status_code == 404
