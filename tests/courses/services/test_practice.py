"""Practice is like the final quiz in all but this: nothing of it counts."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from courses.enums import Feedback, QuizKind, State
from courses.errors import CourseNotStarted, NoAttemptsLeft, QuizClosed
from courses.models import Attempt, Certificate, CoursePage, Quiz, QuizDraw
from courses.scope import Scope
from courses.services.asking import candidates
from courses.services.attempts import save_answer, start_attempt, submit_attempt
from courses.services.bank import askable
from courses.services.certificates import issue_certificate
from courses.services.certifying import certify_waiting, waiting_attempts
from courses.services.lessons import enrol
from courses.services.progress import Action
from courses.services.questions import write_version
from courses.services.quizzes import make_practice, make_quiz
from courses.services.record import completed
from courses.services.regrading import regrade
from courses.services.sharing import shared_results
from courses.services.standing import standings
from courses.services.status import course_status
from courses.services.surveys import THREE_MONTHS, survey_of
from courses.teaching import waiting_for_sign_off
from hub.access.enums import Role
from hub.access.readers import reader_for
from hub.pages.written import stream
from hub.users.models import User
from tests.factories.cohorts import asked, learner_in, make_cohort
from tests.factories.courses import (
    answer_all,
    begin_attempt,
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    make_course,
    make_question,
    option_ids,
    practice_of,
    practise,
    quiz_of,
    sit_quiz,
)
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.refreshing import passed as passed_course
from tests.factories.workshops import course_asking_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def course() -> CoursePage:
    return course_with_quiz(questions=2)


@pytest.fixture
def learner(course: CoursePage) -> User:
    """All lessons done, and everything right in practice, twice."""
    user, practice = UserFactory(), practice_of(course)
    finish_lessons(user, course)
    for _ in range(2):
        practise(user, practice, right=3)
    return user


def status_of(user: User, course: CoursePage):  # noqa: ANN201
    return course_status(reader_for(user), course)


def only(user: User) -> QuerySet[User]:
    return User.objects.filter(pk=user.pk)


# What practice must never do.


def test_it_passes_no_course(learner: User, course: CoursePage) -> None:
    status = status_of(learner, course)
    assert status.state is State.DOING
    assert (status.quiz.quiz.kind, status.quiz.state) == (QuizKind.FINAL, State.TO_DO)


def test_it_passes_no_course_that_has_no_final_quiz() -> None:
    user, course = UserFactory(), make_course(1)
    practise(user, practice_of(course), right=3)
    assert status_of(user, course).state is State.DOING
    assert standings(only(user), [course])[user.pk, course.pk].state is State.DOING


def test_nor_does_it_keep_one_from_being_done_by_its_lessons() -> None:
    user, course = UserFactory(), make_course(1)
    practise(user, practice_of(course), right=0)
    finish_lessons(user, course)
    assert status_of(user, course).state is State.DONE
    assert standings(only(user), [course])[user.pk, course.pk].state is State.DONE
    assert [line.title for line in completed(reader_for(user))] == [course.title]


def test_who_did_such_a_course_is_asked_of_it_three_months_later_all_the_same() -> None:
    user, course = UserFactory(), make_course(1)
    practice_of(course)
    with time_machine.travel(timezone.now() - THREE_MONTHS - datetime.timedelta(hours=1)):
        finish_lessons(user, course)
    assert set(candidates()) == {(user.pk, course.pk)}


def test_it_uses_up_no_attempt(learner: User, course: CoursePage) -> None:
    assert status_of(learner, course).quiz.left == 3


def test_the_next_step_stays_the_final_quiz(learner: User, course: CoursePage) -> None:
    start_attempt(reader=reader_for(learner), quiz=course.quizzes.practice().get())
    assert status_of(learner, course).next_step.action is Action.QUIZ


def test_it_gives_no_certificate(learner: User) -> None:
    assert {attempt.passed for attempt in Attempt.objects.all()} == {None}
    assert not Certificate.objects.exists()


def test_not_even_by_a_record_that_says_it_was_passed(learner: User) -> None:
    attempt = Attempt.objects.earliest("pk")
    attempt.passed = True
    with pytest.raises(ValueError, match="final quiz"):
        issue_certificate(attempt=attempt)


def test_nothing_of_it_waits_for_a_trainers_word() -> None:
    user, course = UserFactory(), course_asking_for(sign_off=True)
    practise(user, practice_of(course), right=3)
    assert not waiting_attempts().exists()
    assert certify_waiting(person_id=user.pk, course=course) is None


def test_nor_is_somebody_who_practised_shown_to_who_signs_off() -> None:
    course = course_asking_for(sign_off=True)
    trainer = reader_for(with_role(UserFactory(), Role.TRAINER))
    practise(UserFactory(), practice_of(course), right=3)
    assert not waiting_for_sign_off(trainer).exists()
    user = UserFactory()
    sit_quiz(user, course, right=1)
    assert [row.person for row in waiting_for_sign_off(trainer)] == [user]


def test_a_workshop_with_practice_alone_still_reaches_who_signs_off() -> None:
    course = make_course(0)
    CoursePage.objects.filter(pk=course.pk).update(needs_sign_off=True)
    practice_of(course)
    user = UserFactory()
    enrol(person_id=user.pk, course=course)
    trainer = reader_for(with_role(UserFactory(), Role.TRAINER))
    assert [row.person for row in waiting_for_sign_off(trainer)] == [user]


def test_leads_read_of_a_course_that_is_not_done(learner: User, course: CoursePage) -> None:
    standing = standings(only(learner), [course])[learner.pk, course.pk]
    assert (standing.state, standing.done_on) == (State.DOING, None)


def test_leads_see_no_marks_of_it_even_where_marks_are_shared(course: CoursePage) -> None:
    area = AreaFactory()
    user = learner_in(area)
    cohort = make_cohort(area, user)
    cohort.members.update(shares_since=timezone.now())
    asked(course, cohort)
    practise(user, practice_of(course), right=2)
    sit_quiz(user, course, right=1)
    scope = Scope(area_ids=frozenset({area.pk}), organisation_ids=frozenset())
    shared = shared_results(scope, user.pk, CoursePage.objects.all())
    assert [one.attempt.quiz.kind for one in shared] == [QuizKind.FINAL]


def test_it_renews_nothing() -> None:
    course = course_with_quiz(questions=1)
    with time_machine.travel("2026-03-01 12:00 +0000"):
        certificate = earn_certificate(UserFactory(), course)
    with time_machine.travel("2028-02-20 12:00 +0000"):
        practise(certificate.person, practice_of(course), right=3)
        status = status_of(certificate.person, course)
        assert status.may_renew
        assert status.certificate == certificate


def test_who_practised_is_asked_how_sure_they_are_before_and_not_after(
    learner: User, course: CoursePage
) -> None:
    course.outcomes = stream("practice", [("outcome", "See the signs")])
    survey = survey_of(reader_for(learner), status_of(learner, course))
    assert survey.moment == "before"


def test_it_opens_no_weekly_questions(learner: User) -> None:
    assert askable(reader_for(learner)) == []


def test_weekly_questions_may_come_from_practice() -> None:
    user, course = passed_course(questions=2)
    shared = quiz_of(course).places.first().question
    other = make_practice(course=make_course(1), title="Other", questions=[shared])
    assert shared in askable(reader_for(user))
    shared.tags.add("shared")
    QuizDraw.objects.create(quiz=other, tag=shared.tags.get(), number=1)
    assert shared in askable(reader_for(user))


def test_marking_again_passes_nobody(course: CoursePage) -> None:
    user, question = UserFactory(), make_question()
    practice = make_practice(course=course, title="Practice", questions=[question])
    attempt = practise(user, practice, right=0)
    first = question.current
    wrong = attempt.items.get().answer[0]
    options = [option | {"right": option["id"] == wrong} for option in first.data["options"]]
    write_version(
        question=question, kind=first.kind, stem=first.stem, data={"options": options},
        explanation="Now right.",
    )  # fmt: skip
    _record, plan = regrade(
        question=question,
        from_version=first,
        to_version=question.current,
        reason="The key was wrong.",
        by_id=None,
    )
    attempt.refresh_from_db()
    assert (plan.remarked, plan.now_passed, attempt.score, attempt.passed) == (1, 0, 1, None)
    assert not Certificate.objects.exists()


# What practice does.


def test_it_may_be_taken_again_and_again_before_and_after_the_final_quiz() -> None:
    user, course = UserFactory(), course_with_quiz(questions=1)
    practice = practice_of(course)
    practise(user, practice, right=0)
    earn_certificate(user, course)
    for _ in range(5):
        practise(user, practice, right=3)
    assert Attempt.objects.filter(quiz=practice).count() == 6
    assert status_of(user, course).state is State.DONE


def test_it_waits_for_no_lesson(course: CoursePage) -> None:
    user = UserFactory()
    enrol(person_id=user.pk, course=course)
    assert start_attempt(reader=reader_for(user), quiz=practice_of(course)).is_open


def test_it_waits_for_the_course_to_be_started(course: CoursePage) -> None:
    with pytest.raises(CourseNotStarted):
        start_attempt(reader=reader_for(UserFactory()), quiz=practice_of(course))


def test_starting_twice_gives_one_attempt_beside_that_at_the_final_quiz(
    course: CoursePage,
) -> None:
    user, practice = UserFactory(), practice_of(course)
    final = begin_attempt(user, course)
    first, second = (start_attempt(reader=reader_for(user), quiz=practice) for _ in range(2))
    assert first == second != final


def test_an_author_may_limit_it(course: CoursePage) -> None:
    user, practice = UserFactory(), practice_of(course, attempts_allowed=2)
    practise(user, practice, right=0)
    practise(user, practice, right=0)
    with pytest.raises(NoAttemptsLeft):
        practise(user, practice, right=0)


def test_it_closes(course: CoursePage) -> None:
    closed = practice_of(course, closes_at=timezone.now() - datetime.timedelta(hours=1))
    with pytest.raises(QuizClosed):
        practise(UserFactory(), closed, right=0)


def test_it_tells_after_each_question_unless_set_otherwise(course: CoursePage) -> None:
    assert practice_of(course).feedback == Feedback.AT_ONCE
    assert practice_of(course, feedback=Feedback.AT_END).feedback == Feedback.AT_END


def test_a_question_that_must_be_right_is_practised_like_others(course: CoursePage) -> None:
    question = make_question()
    question.must_pass = True
    question.save()
    practice = make_practice(course=course, title="Practice", questions=[question])
    assert not practise(UserFactory(), practice, right=0).items.get().must_pass


def test_the_best_mark_so_far_is_kept_in_mind(course: CoursePage) -> None:
    user, practice = UserFactory(), practice_of(course)
    for right in (1, 3, 2):
        practise(user, practice, right=right)
    best = status_of(user, course).of(practice).best
    assert (best.score, best.marks_possible) == (3, 3)


def test_it_asks_its_own_questions_and_the_final_quiz_its_own(course: CoursePage) -> None:
    user = UserFactory()
    attempt = practise(user, practice_of(course, questions=4), right=0)
    final = begin_attempt(user, course)
    stems = [
        set(one.items.values_list("question_version__stem", flat=True)) for one in (attempt, final)
    ]
    assert {stem[:8] for stem in stems[0]} == {"Practice"}
    assert {stem[:8] for stem in stems[1]} == {"Question"}


def test_handing_in_twice_gives_one_result(course: CoursePage) -> None:
    user, practice = UserFactory(), practice_of(course)
    enrol(person_id=user.pk, course=course)
    attempt = answer_all(start_attempt(reader=reader_for(user), quiz=practice), right=3)
    first, second = (submit_attempt(attempt=attempt) for _ in range(2))
    assert first.submitted_at == second.submitted_at


def test_an_answer_that_was_told_stands(course: CoursePage) -> None:
    user = UserFactory()
    enrol(person_id=user.pk, course=course)
    attempt = start_attempt(reader=reader_for(user), quiz=practice_of(course))
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=False)[:1])
    with pytest.raises(Exception, match="stands"):
        save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True)[:1])


# One final quiz.


def test_the_database_knows_one_final_quiz_of_a_course(course: CoursePage) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Quiz.objects.create(course=course, title="Another")
    assert [practice_of(course), practice_of(course)]


def test_the_final_quiz_is_changed_and_practice_stays(course: CoursePage) -> None:
    practice = practice_of(course)
    final = course.final_quiz()
    assert make_quiz(course=course, title="Anew", questions=[make_question()]) == final
    practice.refresh_from_db()
    assert (practice.kind, practice.title) == (QuizKind.FORMATIVE, "Try yourself")
