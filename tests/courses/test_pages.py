"""Courses and lessons as lists, search and other pages know them."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.models import CourseIndexPage, LessonPage
from hub.access.readers import ANONYMOUS, reader_for
from hub.access.registry import Document, kind_named
from tests.factories.courses import (
    CoursePageFactory,
    LessonPageFactory,
    ModulePageFactory,
    course_with_quiz,
    lessons_of,
    make_course,
    members_only,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

OUTCOMES = json.dumps([{"type": "outcome", "value": "Spot the signs"}])


def words_of(document: Document) -> str:
    parts = (part for section in document.sections for part in (section.heading, section.text))
    return " ".join((document.title, document.summary, *parts))


def lesson_with(**fields: object) -> LessonPage:
    module = ModulePageFactory(course=make_course(lessons=0))
    return LessonPage.objects.get(pk=LessonPageFactory(module=module, **fields).pk)


def test_search_finds_a_course_by_what_it_teaches() -> None:
    course = CoursePageFactory(outcomes=OUTCOMES)
    assert "Spot the signs" in words_of(course.search_document())


def test_search_finds_a_lesson_by_its_body() -> None:
    body = json.dumps(
        [
            {"type": "heading", "value": "Debt bondage"},
            {"type": "paragraph", "value": "<p>A robbery may be staged.</p>"},
        ]
    )
    document = lesson_with(body=body).search_document()
    assert [section.anchor for section in document.sections] == ["debt-bondage"]
    assert "A robbery may be staged." in words_of(document)


def test_search_holds_no_question() -> None:
    course = course_with_quiz(questions=2)
    held = words_of(course.search_document()) + words_of(lessons_of(course)[0].search_document())
    assert "Question 0" not in held
    assert "Ask who benefits" not in held


def test_a_course_in_a_list_says_level_and_time() -> None:
    assert CoursePageFactory(minutes=90).card().meta == ("Introduction", "1 hour 30 minutes")


def test_a_lesson_in_a_list_says_its_time() -> None:
    assert lesson_with(minutes=12).card().meta == ("12 minutes",)


@pytest.mark.parametrize("kind", ["course", "lesson"])
def test_a_course_for_members_and_its_lessons_are_theirs_only(kind: str) -> None:
    members_only(course_with_quiz())
    readable = kind_named(kind).readable
    assert not readable(ANONYMOUS).exists()
    assert readable(reader_for(UserFactory())).exists()


def test_a_draft_is_in_no_list() -> None:
    make_course().unpublish()
    assert not kind_named("course").live().exists()


def test_the_courses_page_lists_what_the_reader_may_see(client: Client) -> None:
    shown, hidden = make_course(), members_only(make_course())
    page = client.get(CourseIndexPage.objects.get().url).content.decode()
    assert shown.title in page
    assert f">{hidden.title}<" not in page


def test_a_longer_list_of_courses_costs_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = CourseIndexPage.objects.get().url
    make_course()
    client.get(address)
    with django_assert_max_num_queries(100) as small:
        client.get(address)
    for _ in range(6):
        make_course()
    with django_assert_max_num_queries(len(small)):
        client.get(address)


def test_a_lesson_knows_its_course() -> None:
    course = make_course()
    assert lessons_of(course)[0].course() == course


def test_lessons_come_in_the_order_of_the_tree() -> None:
    course = make_course(lessons=2)
    LessonPageFactory(module=ModulePageFactory(course=course), title="Last of all")
    assert [lesson.title for lesson in lessons_of(course)][-1] == "Last of all"


def test_lessons_of_another_course_are_not_this_ones() -> None:
    course, other = make_course(lessons=2), make_course(lessons=3)
    assert not set(lessons_of(course)) & set(lessons_of(other))


def test_no_courses_have_no_lessons(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert list(LessonPage.objects.below([])) == []
