"""Trainers find out in the CMS what a course lacks."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.courses import course_with_quiz, make_course
from tests.factories.people import AreaFactory, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer() -> Client:
    return staff_client(Role.TRAINER)


def test_a_course_is_chosen_and_looked_over(trainer: Client) -> None:
    course = course_with_quiz()
    address = f"/cms/course-checks/{course.pk}/"
    assert address in trainer.get("/cms/course-checks/").content.decode()
    page = trainer.get(address).content.decode()
    assert "cite what makes the answer right" in page
    assert f"/cms/pages/{course.pk}/edit/" in page


def test_the_editor_of_a_course_leads_there(trainer: Client) -> None:
    course = make_course()
    page = trainer.get(f"/cms/pages/{course.pk}/edit/").content.decode()
    assert f"/cms/course-checks/{course.pk}/" in page


def test_a_closed_course_is_not_there(trainer: Client) -> None:
    course = make_course(title="Behind a door")
    pages.restrict(course, group_for_area(AreaFactory()))
    assert trainer.get(f"/cms/course-checks/{course.pk}/").status_code == 404
    assert "Behind a door" not in trainer.get("/cms/course-checks/").content.decode()


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
