"""Trainers find out in the CMS what a course lacks."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from courses.services.lessons import complete_lesson, enrol, view_lesson
from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.courses import course_with_quiz, lessons_of, make_course, sit_quiz
from tests.factories.people import AreaFactory, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer() -> Client:
    return staff_client(Role.TRAINER)


def test_a_course_is_chosen_and_looked_over(trainer: Client) -> None:
    course = course_with_quiz()
    address = f"/cms/course-reports/{course.pk}/lacks/"
    assert address in trainer.get("/cms/course-reports/").content.decode()
    page = trainer.get(address).content.decode()
    assert "cite what makes the answer right" in page
    assert f"/cms/pages/{course.pk}/edit/" in page


def test_the_editor_of_a_course_leads_there(trainer: Client) -> None:
    course = make_course()
    page = trainer.get(f"/cms/pages/{course.pk}/edit/").content.decode()
    assert f"/cms/course-reports/{course.pk}/lacks/" in page


def test_a_closed_course_is_not_there(trainer: Client) -> None:
    course = make_course(title="Behind a door")
    pages.restrict(course, group_for_area(AreaFactory()))
    assert trainer.get(f"/cms/course-reports/{course.pk}/lacks/").status_code == 404
    assert "Behind a door" not in trainer.get("/cms/course-reports/").content.decode()


def test_who_publishes_is_told() -> None:
    course, client = make_course(), staff_client(Role.ADMINISTRATOR)
    address = f"/cms/pages/{course.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    streams = ("outcomes", "body", "links", "sources", "change_notes")
    data.update(nested_form_data({name: streamfield([]) for name in streams}))
    keeper = with_role(UserFactory(), Role.AUTHOR).pk
    data.update({"page_owner": keeper, "reviewer": keeper, "action-publish": "1"})
    data.update({"reviewed_on": "2026-11-01", "review_on": "2027-11-01"})
    said = client.post(address, data, follow=True).content.decode()
    assert "This course lacks" in said


def test_how_a_course_does_shows_where_people_stop(trainer: Client) -> None:
    course, learner = course_with_quiz(lessons=2), UserFactory()
    first, second = lessons_of(course)
    enrol(person_id=learner.pk, course=course)
    complete_lesson(person_id=learner.pk, lesson=first)
    view_lesson(person_id=UserFactory().pk, lesson=second)
    answer = trainer.get(f"/cms/course-reports/{course.pk}/")
    found = [(one.opened, one.done) for one in answer.context["lessons"]]
    assert found == [(1, 1), (0, 0)]
    assert "1 person started this course" in answer.content.decode()


def test_how_a_course_does_says_nothing_of_few_answers(trainer: Client) -> None:
    course, learner = course_with_quiz(), UserFactory()
    sit_quiz(learner, course, right=2)
    page = trainer.get(f"/cms/course-reports/{course.pk}/").content.decode()
    assert "Too few to tell" in page
    assert learner.email not in page
    assert "100%" not in page


def test_how_a_closed_course_does_is_not_there(trainer: Client) -> None:
    course = make_course()
    pages.restrict(course, group_for_area(AreaFactory()))
    assert trainer.get(f"/cms/course-reports/{course.pk}/").status_code == 404
