"""A course and a lesson, as a stranger and as a learner see them."""

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.models import Enrolment, LessonView
from courses.services.lessons import complete_lesson, enrol
from tests.factories.courses import (
    LessonPageFactory,
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    lessons_of,
    make_course,
    members_only,
)
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_stranger_reads_what_a_course_asks(client: Client) -> None:
    page = text_of(client, course_with_quiz(pass_mark=75).url)
    assert "75%" in page
    assert "Lasts 2 years" in page
    assert "1 hour 30 minutes" in page


def test_a_strangers_start_leads_to_sign_in_and_back(client: Client) -> None:
    course = course_with_quiz()
    answer = client.get(f"/learning/enrol/{course.pk}/")
    assert answer["Location"] == f"/accounts/login/?next={quote(course.url, safe='')}"


def test_a_strangers_course_page_sets_no_cookie(client: Client) -> None:
    answer = client.get(course_with_quiz().url)
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_start_enrols_and_opens_the_first_lesson(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    answer = sign_in(client, user).post(f"/learning/enrol/{course.pk}/")
    assert answer["Location"] == lessons_of(course)[0].url
    assert Enrolment.objects.filter(person=user, course=course).exists()


@pytest.mark.parametrize("method", ["get", "head"])
def test_asking_for_the_start_address_enrols_nobody(client: Client, method: str) -> None:
    course = course_with_quiz()
    answer = getattr(sign_in(client, UserFactory()), method)(f"/learning/enrol/{course.pk}/")
    assert answer["Location"] == course.url
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize("method", ["get", "head"])
def test_asking_for_the_address_that_finishes_a_lesson_finishes_none(
    client: Client, method: str
) -> None:
    lesson = lessons_of(course_with_quiz())[0]
    answer = getattr(sign_in(client, UserFactory()), method)(f"/learning/lessons/{lesson.pk}/done/")
    assert answer["Location"] == lesson.url
    assert not LessonView.objects.exclude(completed_at=None).exists()


def test_starting_twice_enrols_once(client: Client) -> None:
    course = course_with_quiz()
    sign_in(client, UserFactory())
    for _ in range(2):
        client.post(f"/learning/enrol/{course.pk}/")
    assert Enrolment.objects.count() == 1


def test_a_learner_sees_progress_in_words_and_one_button(client: Client) -> None:
    course, user = course_with_quiz(lessons=3), UserFactory()
    complete_lesson(person_id=user.pk, lesson=lessons_of(course)[0])
    page = text_of(sign_in(client, user), course.url)
    assert "1 of 3 lessons" in page
    main = page[page.index("<main") : page.index("</main>")]
    assert main.count('class="cg-button"') == 1


def test_someone_who_passed_finds_their_certificate(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    certificate = earn_certificate(user, course)
    page = text_of(sign_in(client, user), course.url)
    assert f"/certificates/{certificate.code}/" in page
    assert "Review the lessons" in page


def test_a_module_leads_to_its_place_in_the_course(client: Client) -> None:
    course = course_with_quiz()
    module = course.get_children().get().specific
    assert client.get(module.url)["Location"] == f"{course.url}#module-{module.pk}"


def test_a_course_for_members_is_missing_for_a_stranger(client: Client) -> None:
    course = members_only(course_with_quiz())
    assert client.get(course.url).status_code == 404
    assert client.get(f"/learning/enrol/{course.pk}/").status_code == 404


def test_a_lesson_for_members_is_missing_for_a_stranger(client: Client) -> None:
    lesson = lessons_of(members_only(course_with_quiz()))[0]
    assert client.get(lesson.url).status_code == 404
    assert client.post(f"/learning/lessons/{lesson.pk}/done/").status_code == 404


def test_a_content_note_stands_before_the_lesson(client: Client) -> None:
    module = make_course(lessons=0).get_children().get().specific
    lesson = LessonPageFactory(module=module, content_note="It describes violence.")
    assert "It describes violence." in text_of(client, lesson.url)


def test_a_lesson_leads_to_the_ones_around_it(client: Client) -> None:
    first, second, third = lessons_of(course_with_quiz(lessons=3))
    page = text_of(client, second.url)
    assert f'href="{first.url}" rel="prev"' in page
    assert f'href="{third.url}" rel="next"' in page


def test_reading_a_lesson_writes_only_that_it_was_read(client: Client) -> None:
    user, lesson = UserFactory(), lessons_of(course_with_quiz())[0]
    sign_in(client, user).get(lesson.url)
    view = LessonView.objects.get(person=user, lesson=lesson)
    assert view.completed_at is None
    assert not Enrolment.objects.exists()


def test_a_strangers_reading_is_not_recorded(client: Client) -> None:
    client.get(lessons_of(course_with_quiz())[0].url)
    assert not LessonView.objects.exists()


def test_marking_as_done_goes_to_the_next_lesson(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    first, second = lessons_of(course)
    answer = sign_in(client, user).post(f"/learning/lessons/{first.pk}/done/")
    assert answer["Location"] == second.url
    assert LessonView.objects.get(lesson=first).completed_at


def test_marking_the_last_as_done_goes_to_the_quiz(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    finish_lessons(user, course)
    last = lessons_of(course)[1]
    answer = sign_in(client, user).post(f"/learning/lessons/{last.pk}/done/")
    assert answer["Location"] == f"/learning/courses/{course.pk}/quiz/"


def test_marking_the_last_as_done_goes_back_to_what_was_left_out(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    first, last = lessons_of(course)
    answer = sign_in(client, user).post(f"/learning/lessons/{last.pk}/done/")
    assert answer["Location"] == first.url


def test_asking_for_the_done_address_marks_nothing(client: Client) -> None:
    lesson = lessons_of(course_with_quiz())[0]
    sign_in(client, UserFactory()).get(f"/learning/lessons/{lesson.pk}/done/")
    assert not LessonView.objects.exists()


def test_a_stranger_can_not_mark_a_lesson(client: Client) -> None:
    lesson = lessons_of(course_with_quiz())[0]
    answer = client.post(f"/learning/lessons/{lesson.pk}/done/")
    assert answer["Location"].startswith("/accounts/login/?next=")


def test_the_first_time_done_counts(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    lesson = lessons_of(course)[0]
    first = complete_lesson(person_id=user.pk, lesson=lesson).completed_at
    assert complete_lesson(person_id=user.pk, lesson=lesson).completed_at == first


def test_a_longer_course_costs_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    short, long, user = course_with_quiz(lessons=1), course_with_quiz(lessons=8), UserFactory()
    for course in (short, long):
        enrol(person_id=user.pk, course=course)
    sign_in(client, user).get(short.url)
    with django_assert_max_num_queries(100) as small:
        client.get(short.url)
    with django_assert_max_num_queries(len(small)):
        client.get(long.url)


@pytest.mark.parametrize(
    "address", ["enrol/{}/", "lessons/{}/done/", "courses/{}/quiz/", "quizzes/x/{}/"]
)
def test_a_number_too_large_for_the_database_is_missing(client: Client, address: str) -> None:
    signed_in = sign_in(client, UserFactory())
    assert signed_in.get(f"/learning/{address.format('9' * 30)}").status_code == 404
