"""Answers marked again: exactly, on the record, and to nobody's loss of a pass."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from courses.models import Attempt, Certificate, CoursePage, Question, Regrade, RegradedAttempt
from courses.services.attempts import save_answer, skip_question, submit_attempt
from courses.services.questions import write_version
from courses.services.regrading import Plan, plan_regrade, regrade
from hub.access.models import AppendOnly, AuditRecord
from hub.users.models import User
from tests.factories.courses import begin_attempt, course_asking, make_question
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

TEXTS = ("Ask who benefits", "Record it as choice", "Wait for proof")


@pytest.fixture
def question() -> Question:
    """Its key is wrong: the second option should be right."""
    return make_question()


@pytest.fixture
def course(question: Question) -> CoursePage:
    return course_asking(question, make_question("Another?"), pass_mark=100)


def correct(question: Question, right: str = TEXTS[1]) -> None:
    version = question.current
    options = [option | {"right": option["text"] == right} for option in version.data["options"]]
    write_version(
        question=question,
        kind=version.kind,
        stem=version.stem,
        data={"options": options},
        explanation="Now right.",
    )


def choose(attempt: Attempt, order: int, text: str) -> None:
    options = attempt.items.get(order=order).question_version.data["options"]
    chosen = [option["id"] for option in options if option["text"] == text]
    save_answer(attempt=attempt, order=order, answer=chosen)


def answered(course: CoursePage, text: str, user: User | None = None) -> Attempt:
    """The first question answered like this, the second rightly."""
    attempt = begin_attempt(user or UserFactory(), course)
    choose(attempt, 1, text)
    choose(attempt, 2, TEXTS[0])
    return attempt


def sat(course: CoursePage, text: str, user: User | None = None) -> Attempt:
    return submit_attempt(attempt=answered(course, text, user))


def mark_again(question: Question, by: User | None = None) -> tuple[Regrade, Plan]:
    first = question.versions.get(number=1)
    return regrade(
        question=question,
        from_version=first,
        to_version=question.current,
        reason="The key named the wrong option.",
        by_id=by.pk if by else None,
    )


def test_who_was_right_after_all_passes_and_gets_a_certificate(
    course: CoursePage, question: Question
) -> None:
    attempt = sat(course, TEXTS[1])
    correct(question)
    mark_again(question)
    attempt.refresh_from_db()
    assert (attempt.score, attempt.passed) == (2, True)
    assert Certificate.objects.get(attempt=attempt).person == attempt.person


def test_nobody_loses_a_pass(course: CoursePage, question: Question) -> None:
    attempt = sat(course, TEXTS[0])
    correct(question)
    mark_again(question)
    attempt.refresh_from_db()
    assert (attempt.score, attempt.passed) == (1, True)
    assert Certificate.objects.standing().filter(attempt=attempt).exists()


def test_what_it_was_before_stays_on_record(course: CoursePage, question: Question) -> None:
    attempt, trainer = sat(course, TEXTS[1]), UserFactory()
    correct(question)
    record, _plan = mark_again(question, trainer)
    row = RegradedAttempt.objects.get()
    assert (row.attempt, record.by, record.reason) == (
        *(attempt, trainer),
        "The key named the wrong option.",
    )
    assert (row.marks_before, row.marks_after, row.score_before, row.score_after) == (0, 1, 1, 2)
    assert (row.passed_before, row.passed_after) == (False, True)
    with pytest.raises(AppendOnly):
        row.save()


def test_it_is_audited(course: CoursePage, question: Question) -> None:
    trainer = UserFactory()
    correct(question)
    mark_again(question, trainer)
    record = AuditRecord.objects.get(action="question.regraded")
    assert (record.subject, record.person_id) == (f"question {question.pk}", trainer.pk)


def test_the_plan_says_what_will_happen_and_changes_nothing(
    course: CoursePage, question: Question
) -> None:
    sat(course, TEXTS[0])
    failed = [sat(course, TEXTS[1]), sat(course, TEXTS[2])]
    correct(question)
    first = question.versions.get(number=1)
    plan = plan_regrade(from_version=first, to_version=question.current)
    counts = (len(plan.changes), plan.remarked, plan.now_passed, plan.kept)
    assert counts == (3, 2, 1, 1)
    assert [Attempt.objects.get(pk=one.pk).passed for one in failed] == [False, False]
    assert not Certificate.objects.filter(attempt__in=failed).exists()


def test_twice_is_once(course: CoursePage, question: Question) -> None:
    sat(course, TEXTS[1])
    correct(question)
    mark_again(question)
    _record, plan = mark_again(question)
    assert plan.changes == []
    assert RegradedAttempt.objects.count() == 1


def test_who_has_passed_since_gets_no_second_certificate(
    course: CoursePage, question: Question
) -> None:
    user = UserFactory()
    sat(course, TEXTS[1], user)
    sat(course, TEXTS[0], user)
    correct(question)
    mark_again(question)
    assert Certificate.objects.of(user.pk).count() == 1


def test_who_renews_gets_the_renewal(course: CoursePage, question: Question) -> None:
    course.validity_months = 1
    course.save()
    user = UserFactory()
    sat(course, TEXTS[0], user)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=20)):
        failed = sat(course, TEXTS[1], user)
        correct(question)
        mark_again(question)
    ends = (
        Certificate.objects.of(user.pk).order_by("issued_at").values_list("valid_until", "attempt")
    )
    assert len(ends) == 2
    assert ends[0][0] < ends[1][0]
    assert ends[1][1] == failed.pk


def test_an_attempt_under_way_is_marked_by_the_corrected_key(
    course: CoursePage, question: Question
) -> None:
    attempt = answered(course, TEXTS[1])
    correct(question)
    _record, plan = mark_again(question)
    assert plan.open == 1
    assert submit_attempt(attempt=attempt).passed


def test_an_answer_that_is_none_to_the_new_words_stays_as_it_was(
    course: CoursePage, question: Question
) -> None:
    attempt = sat(course, TEXTS[2])
    version = question.current
    options = [o for o in version.data["options"] if o["text"] != TEXTS[2]]
    write_version(
        question=question, kind=version.kind, stem="New", data={"options": options}, explanation=""
    )
    _record, plan = mark_again(question)
    assert (plan.unfit, plan.changes) == (1, [])
    assert attempt.items.get(order=1).marked_by is None


def test_an_unanswered_one_counts_as_before(course: CoursePage, question: Question) -> None:
    attempt = begin_attempt(UserFactory(), course)
    for order in (1, 2):
        skip_question(attempt=attempt, order=order)
    submit_attempt(attempt=attempt)
    correct(question)
    mark_again(question)
    assert attempt.items.get(order=1).marks == 0


def test_one_question_is_not_marked_by_another(course: CoursePage, question: Question) -> None:
    other = make_question("Something else?")
    with pytest.raises(ValueError, match="one question"):
        regrade(
            question=question,
            from_version=question.current,
            to_version=other.current,
            reason="None",
            by_id=None,
        )
