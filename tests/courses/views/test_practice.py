"""What a learner sees of practice: before it, in it, and what came of it."""

import pytest
from django.test import Client

from courses.models import CoursePage, Quiz
from courses.services.attempts import start_attempt
from courses.services.lessons import enrol
from hub.access.groups import group_for_area
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import (
    course_with_quiz,
    finish_lessons,
    make_course,
    make_question,
    practice_of,
    practise,
    quiz_of,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def course() -> CoursePage:
    return course_with_quiz(questions=2)


@pytest.fixture
def practice(course: CoursePage) -> Quiz:
    return practice_of(course)


@pytest.fixture
def user(course: CoursePage) -> User:
    user = UserFactory()
    enrol(person_id=user.pk, course=course)
    return user


def seen(user: User, address: str) -> str:
    return sign_in(Client(), user).get(address).content.decode()


def test_it_stands_between_the_lessons_and_the_final_quiz(
    course: CoursePage, practice: Quiz, user: User
) -> None:
    page = seen(user, course.url)
    lessons, practise_, final = (
        page.index(f">{name}<") for name in ("Lessons", "Practise", "Final quiz")
    )
    assert lessons < practise_ < final
    assert practice.get_absolute_url() in page
    assert "Optional" in page


def test_a_course_without_it_says_nothing_of_it(course: CoursePage, user: User) -> None:
    assert "Practise" not in seen(user, course.url)


def test_the_course_page_shows_the_best_mark_so_far(
    course: CoursePage, practice: Quiz, user: User
) -> None:
    for right in (1, 3, 2):
        practise(user, practice, right=right)
    assert "Best so far: 3 of 3" in seen(user, course.url)
    assert "Best so far" not in seen(UserFactory(), course.url)


def test_it_costs_the_course_page_no_query(
    course: CoursePage, user: User, django_assert_max_num_queries
) -> None:
    client = sign_in(Client(), user)
    client.get(course.url)
    with django_assert_max_num_queries(100) as before:
        client.get(course.url)
    for _ in range(2):
        practise(user, practice_of(course), right=1)
    with django_assert_max_num_queries(len(before)):
        client.get(course.url)


def test_it_says_before_that_it_does_not_count(practice: Quiz, user: User) -> None:
    page = seen(user, practice.get_absolute_url())
    assert "your mark doesn’t count" in page
    assert "Start practising" in page
    assert "Pass mark" not in page


def test_who_has_not_started_the_course_is_led_to_it(course: CoursePage, practice: Quiz) -> None:
    client = sign_in(Client(), UserFactory())
    page = client.get(practice.get_absolute_url()).content.decode()
    assert "Start the course first" in page
    assert "Start practising" not in page
    said = client.post(practice.get_absolute_url(), follow=True).content.decode()
    assert "Then practise as you like" in said


def test_starting_leads_to_the_first_question(practice: Quiz, user: User) -> None:
    client = sign_in(Client(), user)
    page = client.post(practice.get_absolute_url(), follow=True).content.decode()
    assert "Question 1 of 3" in page
    assert "practice" in page
    assert "Continue practising" in client.get(practice.get_absolute_url()).content.decode()


def test_what_is_right_is_told_after_each_question(practice: Quiz, user: User) -> None:
    client = sign_in(Client(), user)
    client.post(practice.get_absolute_url())
    attempt = practice.attempts.get()
    address = f"/learning/quizzes/{attempt.code}/1/"
    chosen = attempt.items.get(order=1).question_version.data["options"][0]["id"]
    page = client.post(address, {"answer": chosen, "then": "save"}, follow=True)
    assert "Control shows in who benefits." in page.content.decode()


def test_what_is_left_for_later_is_found_on_the_course_page(
    course: CoursePage, practice: Quiz, user: User
) -> None:
    client = sign_in(Client(), user)
    client.post(practice.get_absolute_url())
    address = f"/learning/quizzes/{practice.attempts.get().code}/1/"
    answer = client.post(address, {"then": "later"}, follow=True)
    assert answer.redirect_chain[-1][0] == course.url
    assert "Started" in answer.content.decode()


def test_the_result_says_that_it_does_not_count_and_leads_on(
    course: CoursePage, practice: Quiz, user: User
) -> None:
    finish_lessons(user, course)
    attempt = practise(user, practice, right=2)
    page = seen(user, f"/learning/quizzes/{attempt.code}/result/")
    assert "Practice: 2 of 3" in page
    assert "This mark doesn’t count. Only the final quiz does." in page
    assert f'href="/learning/courses/{course.pk}/quiz/"' in page
    assert f'href="{practice.get_absolute_url()}"' in page
    assert f'href="{course.url}"' in page
    assert "pass mark" not in page


def test_of_a_limited_one_the_result_offers_no_other_go(course: CoursePage, user: User) -> None:
    practice = practice_of(course, attempts_allowed=1)
    attempt = practise(user, practice, right=2)
    page = seen(user, f"/learning/quizzes/{attempt.code}/result/")
    assert "You have used all your attempts at this practice quiz" in page
    assert "Practise again" not in page


def test_the_address_of_the_final_quiz_never_gives_practice(user: User) -> None:
    course = make_course(1)
    practice_of(course)
    client = sign_in(Client(), user)
    assert client.get(f"/learning/courses/{course.pk}/quiz/").status_code == 404


def test_the_address_of_practice_never_gives_a_final_quiz(
    course: CoursePage, practice: Quiz, user: User
) -> None:
    client = sign_in(Client(), user)
    for quiz in (quiz_of(course), practice_of(make_course(1))):
        address = f"/learning/courses/{course.pk}/practice/{quiz.pk}/"
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404


def test_practice_of_a_course_that_is_closed_to_somebody_is_not_there(
    course: CoursePage, practice: Quiz, user: User
) -> None:
    pages.restrict(course, group_for_area(AreaFactory()))
    assert sign_in(Client(), user).get(practice.get_absolute_url()).status_code == 404


def test_somebody_elses_practice_is_not_there(practice: Quiz, user: User) -> None:
    attempt = start_attempt(reader=reader_for(user), quiz=practice)
    client = sign_in(Client(), UserFactory())
    assert client.get(f"/learning/quizzes/{attempt.code}/1/").status_code == 404


def test_signed_out_it_asks_to_sign_in(client: Client, practice: Quiz) -> None:
    answer = client.get(practice.get_absolute_url())
    assert answer["Location"].startswith("/accounts/login/")


def test_no_key_comes_before_its_turn(course: CoursePage, user: User) -> None:
    question = make_question("Only later?")
    practice = practice_of(course, questions=1)
    practice.places.create(question=question, sort_order=9)
    client = sign_in(Client(), user)
    Quiz.objects.filter(pk=practice.pk).update(shuffle=False)
    page = client.post(practice.get_absolute_url(), follow=True).content.decode()
    assert "Only later?" not in page
    assert "That shows who is in control." not in page
