"""Who holds a valid certificate, by agency type and theme."""

import csv
import datetime
import io

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from courses.models import CoursePage
from hub.taxonomy.models import Area, Theme
from tests.factories.cohorts import as_lead_of, learner_at_work_in
from tests.factories.courses import course_with_quiz, earn_certificate, finish_lessons
from tests.factories.people import AgencyTypeFactory, AreaFactory

pytestmark = pytest.mark.django_db

PAGE, FILE = "/learning/coverage/", "/learning/coverage/file/"


@pytest.fixture
def area() -> Area:
    return AreaFactory(name="Ardale")


@pytest.fixture
def lead(area: Area) -> Client:
    return as_lead_of(area)


@pytest.fixture
def theme() -> Theme:
    return Theme.objects.get_or_create(slug="mapping", defaults={"name": "Mapping"})[0]


@pytest.fixture
def course(theme: Theme) -> CoursePage:
    return on(course_with_quiz(questions=1), theme)


def on(course: CoursePage, theme: Theme) -> CoursePage:
    course.themes.add(theme)
    course.save()
    return course


def figures(client: Client, query: str = "") -> dict[str, tuple[str, str, str]]:
    sheet = client.get(FILE + query).content.decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(sheet, newline=""))
    held = "hold a valid certificate"
    return {row["agency"]: (row["people"], row[held], row["share"]) for row in rows}


def staff(area: Area, course: CoursePage, agency: str, holding: int, others: int) -> None:
    kind = AgencyTypeFactory(name=agency)
    for number in range(holding + others):
        person = learner_at_work_in(area, kind)
        if number < holding:
            earn_certificate(person, course)


def test_counts_and_shares_stand_by_agency(lead: Client, area: Area, course: CoursePage) -> None:
    staff(area, course, "Housing", 10, 10)
    assert figures(lead)["Housing"] == ("20", "10", "50%")


def test_fewer_than_five_are_not_told(lead: Client, area: Area, course: CoursePage) -> None:
    staff(area, course, "Housing", 4, 10)
    staff(area, course, "Fire", 1, 1)
    assert figures(lead)["Housing"] == ("15", "fewer than 5", "")
    assert figures(lead)["Fire"] == ("fewer than 5", "not shown", "")


def test_nor_are_few_who_lack_one(lead: Client, area: Area, course: CoursePage) -> None:
    staff(area, course, "Housing", 9, 1)
    assert figures(lead)["Housing"] == ("10", "nearly all", "")


def test_a_certificate_that_ran_out_or_of_another_theme_does_not_count(
    lead: Client, area: Area, course: CoursePage
) -> None:
    kind = AgencyTypeFactory(name="Housing")
    other = course_with_quiz(questions=1)
    for _ in range(6):
        person = learner_at_work_in(area, kind)
        earn_certificate(person, other)
        with time_machine.travel(timezone.now() - datetime.timedelta(days=800)):
            earn_certificate(person, course)
    assert figures(lead)["Housing"] == ("5", "fewer than 5", "")


def test_lessons_without_a_certificate_do_not_count(
    lead: Client, area: Area, course: CoursePage
) -> None:
    kind = AgencyTypeFactory(name="Housing")
    for _ in range(6):
        finish_lessons(learner_at_work_in(area, kind), course)
    assert figures(lead)["Housing"][1] == "fewer than 5"


def test_people_of_another_area_do_not_count(lead: Client, area: Area, course: CoursePage) -> None:
    staff(AreaFactory(), course, "Housing", 6, 0)
    assert "Housing" not in figures(lead)


def test_the_page_says_what_its_tables_show(lead: Client, area: Area, course: CoursePage) -> None:
    staff(area, course, "Housing", 5, 5)
    page = lead.get(PAGE).content.decode()
    assert "Ardale" in page
    assert "The share is of all people with a place in your area" in page
    assert "numbers below 5" in page


def test_a_theme_narrows_it_and_nonsense_does_not(
    lead: Client, area: Area, course: CoursePage
) -> None:
    other = Theme.objects.create(slug="leading", name="Leading", order=9)
    on(course_with_quiz(questions=1), other)
    page = lead.get(f"{PAGE}?theme=leading").content.decode()
    assert f'id="theme-{other.pk}"' in page
    assert page.count("<table") == 1
    assert lead.get(f"{PAGE}?theme=nonsense").content.decode().count("<table") > 1


def test_the_number_of_queries_does_not_grow_with_people(
    lead: Client,
    area: Area,
    course: CoursePage,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    staff(area, course, "Housing", 2, 2)
    lead.get(PAGE)
    with django_assert_max_num_queries(30) as few:
        lead.get(PAGE)
    staff(area, course, "Fire", 4, 4)
    with django_assert_max_num_queries(30) as many:
        lead.get(PAGE)
    assert len(many) == len(few)
