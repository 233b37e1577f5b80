"""Handing in, the result, and what to read again."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.models import Attempt, Certificate
from courses.services.lessons import complete_lesson
from courses.services.quizzes import make_quiz
from tests.factories.courses import (
    answer_all,
    begin_attempt,
    course_with_quiz,
    lessons_of,
    make_course,
    make_question,
    members_only,
    sit_quiz,
)
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def result_page(client: Client, attempt: Attempt) -> str:
    sign_in(client, attempt.person)
    return client.get(f"/learning/quizzes/{attempt.code}/result/").content.decode()


def test_handing_in_marks_the_answers(client: Client) -> None:
    attempt = answer_all(begin_attempt(UserFactory(), course_with_quiz()), right=3)
    sign_in(client, attempt.person)
    answer = client.post(f"/learning/quizzes/{attempt.code}/submit/")
    assert answer["Location"] == f"/learning/quizzes/{attempt.code}/result/"
    assert Certificate.objects.filter(attempt=attempt).exists()


def test_handing_in_is_never_done_by_a_link(client: Client) -> None:
    attempt = answer_all(begin_attempt(UserFactory(), course_with_quiz()), right=3)
    sign_in(client, attempt.person)
    assert client.get(f"/learning/quizzes/{attempt.code}/submit/").status_code == 405


def test_handing_in_too_early_goes_back_to_the_question(client: Client) -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    sign_in(client, attempt.person)
    answer = client.post(f"/learning/quizzes/{attempt.code}/submit/", follow=True)
    assert "Answer the questions in their order" in answer.content.decode()
    assert Attempt.objects.get().is_open


def test_a_result_waits_until_the_attempt_is_closed(client: Client) -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    sign_in(client, attempt.person)
    answer = client.get(f"/learning/quizzes/{attempt.code}/result/")
    assert answer["Location"] == f"/learning/quizzes/{attempt.code}/"


def test_each_answer_names_the_page_that_makes_it_right(client: Client) -> None:
    course, cited = course_with_quiz(questions=0), make_course(title="What the law says")
    make_quiz(course=course, questions=[make_question(cites=[cited])], title="Quiz")
    page = result_page(client, sit_quiz(UserFactory(), course, right=1))
    assert f'<a href="{cited.url}">What the law says</a>' in page


def test_a_fail_says_the_score_and_what_to_read(client: Client) -> None:
    course = course_with_quiz(questions=3)
    page = result_page(client, sit_quiz(UserFactory(), course, right=1))
    assert "Not yet: 1 of 3" in page
    assert "One short lesson covers what you missed." in page
    assert lessons_of(course)[0].url in page


def test_a_fail_says_when_to_try_again(client: Client) -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(attempts_allowed=3), right=0)
    assert "You have 2 attempts left" in result_page(client, attempt)


def test_the_last_fail_offers_no_further_try(client: Client) -> None:
    page = result_page(
        client, sit_quiz(UserFactory(), course_with_quiz(attempts_allowed=1), right=0)
    )
    assert "You have used all your attempts" in page
    assert "Try again" not in page


def test_a_pass_leads_to_the_certificate(client: Client) -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(), right=3)
    page = result_page(client, attempt)
    assert "Passed: 3 of 3" in page
    assert f"/certificates/{attempt.certificate.code}/" in page


def test_each_answer_is_explained_in_words(client: Client) -> None:
    page = result_page(client, sit_quiz(UserFactory(), course_with_quiz(questions=1), right=0))
    assert "Right:</strong> Ask who benefits" in page
    assert "That shows who is in control." in page
    assert "Control shows in who benefits." in page


def test_a_lesson_closed_to_someone_is_not_named(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    attempt = sit_quiz(user, course, right=0)
    lesson = lessons_of(course)[0]
    lesson.unpublish()
    assert lesson.title not in result_page(client, attempt)


def test_a_result_stays_when_the_course_is_closed(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    attempt = sit_quiz(user, course, right=0)
    members_only(course).unpublish()
    assert "Not yet: 0 of 3" in result_page(client, attempt)


def test_more_questions_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    user = UserFactory()
    few = sit_quiz(user, course_with_quiz(questions=2), right=0)
    many = sit_quiz(user, course_with_quiz(questions=9), right=0)
    result_page(client, few)
    with django_assert_max_num_queries(100) as small:
        client.get(f"/learning/quizzes/{few.code}/result/")
    with django_assert_max_num_queries(len(small)):
        client.get(f"/learning/quizzes/{many.code}/result/")


def test_my_learning_needs_sign_in(client: Client) -> None:
    assert client.get("/learning/")["Location"].startswith("/accounts/login/")


def test_my_learning_shows_my_courses_only(client: Client) -> None:
    mine, other, user = course_with_quiz(), course_with_quiz(), UserFactory()
    complete_lesson(person_id=user.pk, lesson=lessons_of(mine)[0])
    complete_lesson(person_id=UserFactory().pk, lesson=lessons_of(other)[0])
    page = sign_in(client, user).get("/learning/").content.decode()
    assert mine.title in page
    assert "1 of 2 lessons" in page
    assert f">{other.title}<" not in page


def test_my_learning_says_what_will_be_there(client: Client) -> None:
    page = sign_in(client, UserFactory()).get("/learning/").content.decode()
    assert "Courses you start wait for you here" in page


def test_more_courses_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    user = UserFactory()
    sit_quiz(user, course_with_quiz(), right=3)
    sign_in(client, user).get("/learning/")
    with django_assert_max_num_queries(100) as small:
        client.get("/learning/")
    for _ in range(4):
        sit_quiz(user, course_with_quiz(), right=3)
    with django_assert_max_num_queries(len(small)):
        client.get("/learning/")
