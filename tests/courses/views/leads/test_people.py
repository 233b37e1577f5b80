"""Who has done what, for those who lead them."""

import csv
import datetime
import io

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from courses.models import CoursePage
from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.taxonomy.models import Area
from tests.factories.cohorts import (
    as_lead_of,
    asked,
    learner_at_work_in,
    learner_in,
    make_cohort,
)
from tests.factories.courses import (
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    make_course,
    members_only,
    sit_quiz,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

PEOPLE, FILE = "/learning/people/", "/learning/people/file/"


@pytest.fixture
def area() -> Area:
    return AreaFactory()


@pytest.fixture
def lead(area: Area) -> Client:
    return as_lead_of(area)


def text(client: Client, address: str = PEOPLE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def rows(client: Client, query: str = "") -> list[dict[str, str]]:
    sheet = client.get(FILE + query).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(sheet, newline="")))


def names(client: Client, query: str = "") -> list[str]:
    return [row["name"] for row in rows(client, query)]


def begun(area: Area, name: str, course: CoursePage | None = None) -> CoursePage:
    """Somebody of the area has done a course."""
    course = course or make_course(1)
    finish_lessons(learner_in(area, name=name), course)
    return course


def test_a_lead_sees_what_people_of_the_area_have_done(lead: Client, area: Area) -> None:
    course = begun(area, "Ayo Done")
    page = text(lead)
    assert "Ayo Done" in page
    assert course.title in page


def test_a_lead_of_one_area_sees_nobody_of_another(lead: Client) -> None:
    begun(AreaFactory(), "Ola Elsewhere")
    assert "Ola Elsewhere" not in text(lead)
    assert names(lead) == []


@pytest.mark.parametrize("address", [PEOPLE, FILE, "/learning/coverage/", "/learning/cohorts/"])
@pytest.mark.parametrize("role", [None, Role.LEAD, Role.ADMINISTRATOR])
def test_who_leads_no_area_finds_nothing(role: Role | None, address: str) -> None:
    user = with_role(UserFactory(), role) if role else UserFactory()
    assert sign_in(Client(), user, mfa=True).get(address).status_code == 404


def test_a_lead_without_a_second_step_sees_nobody(area: Area) -> None:
    begun(area, "Ayo Done")
    response = as_lead_of(area, mfa=False).get(PEOPLE)
    assert response.url.startswith("/accounts/2fa/")


def test_a_course_that_the_lead_may_not_open_is_not_named(lead: Client, area: Area) -> None:
    course = members_only(begun(area, "Ayo Done"))
    course.view_restrictions.update(restriction_type="groups")
    assert course.title not in text(lead)
    assert names(lead) == []


def test_no_mark_and_no_answer_stands_in_it(lead: Client, area: Area) -> None:
    course = course_with_quiz(questions=4)
    sit_quiz(learner_in(area, name="Ayo Tried"), course, right=3)
    page = text(lead) + lead.get(FILE).content.decode()
    assert "3 of 4" not in page
    assert "Ask who benefits" not in page


def test_certificates_that_run_out_come_first_then_what_is_overdue(
    lead: Client, area: Area
) -> None:
    course, other = course_with_quiz(), make_course(1)
    asked(other, learner_in(area, name="Bo Due"), 9)
    asked(other, learner_in(area, name="Cy Overdue"), -9)
    finish_lessons(learner_in(area, name="Al Done"), other)
    with time_machine.travel(timezone.now() - datetime.timedelta(days=680)):
        earn_certificate(learner_in(area, name="Di Ends"), course)
    assert names(lead) == ["Di Ends", "Cy Overdue", "Bo Due", "Al Done"]


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("overdue", ["Cy Overdue"]),
        ("due", ["Bo Due"]),
        ("done", ["Al Done"]),
        ("not-started", ["Cy Overdue", "Bo Due"]),
        ("nonsense", ["Cy Overdue", "Bo Due", "Al Done"]),
    ],
)
def test_it_can_be_narrowed_by_state(lead: Client, area: Area, show: str, found: list[str]) -> None:
    course = make_course(1)
    asked(course, learner_in(area, name="Bo Due"), 9)
    asked(course, learner_in(area, name="Cy Overdue"), -9)
    begun(area, "Al Done", course)
    assert names(lead, f"?show={show}") == found


def test_a_course_brings_in_those_who_have_not_begun_it(lead: Client, area: Area) -> None:
    course = begun(area, "Al Done")
    learner_in(area, name="Bo Idle")
    assert {"Al Done", "Bo Idle"} <= set(names(lead, f"?course={course.pk}"))


def test_it_can_be_narrowed_to_a_cohort_and_a_name(lead: Client, area: Area) -> None:
    course = make_course(1)
    person = learner_in(area, name="Al Inside")
    finish_lessons(person, course)
    begun(area, "Bo Outside", course)
    cohort = make_cohort(area, person)
    assert names(lead, f"?cohort={cohort.pk}") == ["Al Inside"]
    assert names(lead, "?name=outs") == ["Bo Outside"]


def test_a_cohort_of_another_area_narrows_nothing(lead: Client, area: Area) -> None:
    begun(area, "Al Done")
    cohort = make_cohort(AreaFactory(), UserFactory())
    assert names(lead, f"?cohort={cohort.pk}") == ["Al Done"]


def test_a_name_that_is_a_formula_stays_text_in_a_spreadsheet(lead: Client, area: Area) -> None:
    begun(area, "=HYPERLINK(1)")
    assert names(lead) == ["'=HYPERLINK(1)"]


def test_the_table_says_state_and_days(lead: Client, area: Area) -> None:
    person, course = learner_at_work_in(area, name="Al Done"), course_with_quiz()
    asked(course, person, 4)
    certificate = earn_certificate(person, course)
    row = rows(lead)[0]
    assert row["valid until"] == certificate.valid_until.isoformat()
    assert (row["state"], row["due"]) == ("Done", "Done")
    assert row["organisation"]


def test_who_looks_is_recorded_once_a_day(lead: Client) -> None:
    text(lead)
    text(lead)
    lead.get(FILE)
    actions = AuditRecord.objects.filter(action__startswith="learning.")
    assert sorted(actions.values_list("action", flat=True)) == [
        "learning.people_exported",
        "learning.people_viewed",
    ]


def test_the_number_of_queries_does_not_grow_with_people(
    lead: Client, area: Area, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    course, other = course_with_quiz(), make_course(1)

    def more() -> None:
        for _ in range(4):
            person = learner_at_work_in(area)
            earn_certificate(person, course)
            finish_lessons(person, other)
            asked(other, make_cohort(area, person))

    more()
    text(lead)
    with django_assert_max_num_queries(30) as few:
        text(lead)
    more()
    with django_assert_max_num_queries(30) as many:
        text(lead)
    assert len(many) == len(few)


def test_one_person_shows_courses_and_what_is_asked(lead: Client, area: Area) -> None:
    person, course = learner_in(area, name="Al Asked"), make_course(1)
    asked(course, person, 4, note="Before the panel.")
    page = text(lead, f"{PEOPLE}{person.pk}/")
    assert course.title in page
    assert "Before the panel." in page
    assert AuditRecord.objects.filter(action="learning.person_viewed").count() == 1


def test_somebody_of_another_area_is_not_there(lead: Client) -> None:
    person = learner_in(AreaFactory())
    assert lead.get(f"{PEOPLE}{person.pk}/").status_code == 404
    assert lead.get(f"{PEOPLE}{person.pk}/ask/").status_code == 404
