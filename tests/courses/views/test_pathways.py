"""Courses in an order: what each reader sees of it, and how far they are."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Revision
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    querydict_from_html,
    streamfield,
)

from courses.models import CourseIndexPage, CoursePage, PathwayPage, PathwayStep
from courses.services.pathways import pathway_status
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.readers import ANONYMOUS, reader_for
from tests.factories.courses import course_with_quiz, earn_certificate, make_course, members_only
from tests.factories.pages import add_page, restrict
from tests.factories.people import (
    AreaFactory,
    UserFactory,
    sign_in,
    with_authenticator,
    with_role,
)

pytestmark = pytest.mark.django_db


def pathway(*courses: CoursePage) -> PathwayPage:
    made = add_page(PathwayPage, CourseIndexPage.objects.get(), title="First weeks")
    made.steps = [
        PathwayStep(course=course, sort_order=place) for place, course in enumerate(courses)
    ]
    made.save()
    return PathwayPage.objects.get(pk=made.pk)


def titles(page: PathwayPage, reader: Any = ANONYMOUS) -> list[str]:
    return [status.course.title for status in pathway_status(reader, page).courses]


def test_courses_stand_in_their_order() -> None:
    second, first = make_course(title="Second"), make_course(title="First")
    assert titles(pathway(first, second)) == ["First", "Second"]


def test_a_course_that_is_closed_to_a_reader_isnt_named(client: Client) -> None:
    page = pathway(make_course(title="Open"), members_only(make_course(title="For members")))
    assert titles(page) == ["Open"]
    assert "For members" not in client.get(page.url).content.decode()
    member = sign_in(client, with_role(UserFactory(), Role.MEMBER))
    assert "For members" in member.get(page.url).content.decode()


def test_a_draft_isnt_named() -> None:
    draft = make_course(title="Draft")
    draft.unpublish()
    assert titles(pathway(draft)) == []


def test_the_next_course_is_the_first_that_isnt_done(client: Client) -> None:
    done, next_one = course_with_quiz(), make_course(title="Still to do")
    page, user = pathway(done, next_one), UserFactory()
    earn_certificate(user, done)
    status = pathway_status(reader_for(user), page)
    assert (status.done, status.total) == (1, 2)
    assert status.next is not None
    assert status.next.course.title == "Still to do"
    html = sign_in(client, user).get(page.url).content.decode()
    assert "Next: Still to do" in html
    assert "1 of 2 courses" in " ".join(html.split())


def test_who_hasnt_begun_sees_no_progress(client: Client) -> None:
    html = client.get(pathway(make_course(title="One")).url).content.decode()
    assert "Next:" not in html
    assert "One" in html


def test_the_list_of_courses_names_pathways_on_its_first_page_only(client: Client) -> None:
    page = pathway(make_course())
    index = CourseIndexPage.objects.get().url
    assert f'href="{page.url}"' in client.get(index).content.decode()
    assert f'href="{page.url}"' not in client.get(f"{index}?theme=mapping").content.decode()


def save(client: Client, page: PathwayPage, *courses: CoursePage) -> str:
    address = f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    empty = ("body", "links", "sources", "change_notes")
    data.update(nested_form_data({name: streamfield([]) for name in empty}))
    rows = inline_formset([{"course": course.pk} for course in courses])
    data.update(nested_form_data({"steps": rows}))
    return client.post(address, data | {"save": "save"}, follow=True).content.decode()


@pytest.fixture
def author(client: Client) -> Client:
    return sign_in(client, with_role(with_authenticator(UserFactory()), Role.AUTHOR), mfa=True)


def test_an_author_puts_courses_in_an_order(author: Client) -> None:
    first, second, page = make_course(), make_course(), pathway()
    save(author, page, second, first)
    draft = Revision.objects.for_instance(page).latest("created_at").as_object()
    assert [step.course for step in draft.steps.all()] == [second, first]


def test_a_course_stands_in_a_pathway_once(author: Client) -> None:
    course, page = make_course(), pathway()
    assert "duplicate data for pathway and course" in save(author, page, course, course)
    assert not Revision.objects.for_instance(page).exists()


def test_a_pathway_takes_in_no_course_that_is_closed_to_its_author(author: Client) -> None:
    closed, page = make_course(title="Behind a door"), pathway()
    restrict(closed, group_for_area(AreaFactory()))
    assert "be found. Choose something else" in save(author, page, closed)
    assert not Revision.objects.for_instance(page).exists()
