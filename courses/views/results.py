"""Checking answers, handing them in, and what came of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.access import access_attempt, access_refresher
from courses.enums import State
from courses.errors import QuizRefused
from courses.models import Attempt, Certificate
from courses.questions.registry import question_type
from courses.results import feedback_is_due, lessons_to_revisit, reviewed_items
from courses.services.attempts import submit_attempt
from courses.services.progress import CourseStatus
from courses.services.status import course_status
from courses.services.surveys import offered
from courses.services.turns import stands
from courses.services.typed import answer_so_far
from courses.wording import (
    must_pass_words,
    regrade_words,
    result_headline,
    resume_address,
    retry_words,
    revisit_words,
    step_link,
)


@login_required
@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    attempt = access_attempt(request.reader, code)
    is_over = attempt.is_over(timezone.now())
    if not attempt.is_open or (attempt.reached <= attempt.total and not is_over):
        return redirect(resume_address(attempt))
    rows = check_rows(attempt, is_over=is_over)
    context = {
        "attempt": attempt,
        "is_over": is_over,
        "rows": rows,
        "unanswered": sum(not row["answer"] for row in rows),
        "back_url": reverse("courses:question", args=[code, attempt.total]),
    }
    return render(request, "courses/check.html", context)


def check_rows(attempt: Attempt, *, is_over: bool) -> list[dict[str, str]]:
    """Each question with the answer given in words; nothing here says what is right.

    Without an address where the answer can't be changed any more.
    """
    rows = []
    for item in attempt.items.select_related("question_version"):
        item.attempt = attempt
        version = item.question_version
        kind, answer = question_type(version.kind), answer_so_far(item)
        address = reverse("courses:question", args=[attempt.code, item.order])
        rows.append(
            {
                "question": version.stem,
                "answer": kind.answer_text(version.data, answer),
                "url": "" if is_over or stands(attempt, item) else f"{address}?from=check",
            }
        )
    return rows


@login_required
@require_POST
def submit(request: HttpRequest, code: str) -> HttpResponse:
    attempt = access_attempt(request.reader, code)
    try:
        submit_attempt(attempt=attempt)
    except QuizRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(resume_address(attempt))
    return redirect("courses:result", code)


@login_required
@require_safe
def result(request: HttpRequest, code: str) -> HttpResponse:
    attempt = access_attempt(request.reader, code)
    if attempt.is_open:
        return redirect(resume_address(attempt))
    status = course_status(request.reader, attempt.quiz.course)
    if attempt.quiz.is_final:
        return final_result(request, attempt, status)
    return practice_result(request, attempt, status)


def practice_result(request: HttpRequest, attempt: Attempt, status: CourseStatus) -> HttpResponse:
    """The marks for oneself, and the way on to what counts."""
    own = status.of(attempt.quiz)
    context = told(request, attempt) | {
        "retry": retry_words(own) if own and not own.may_start else "",
        "may_retry": own is not None and own.may_start,
        "status": status,
        "step": step_link(status),
    }
    return render(request, "courses/practice_result.html", context)


def told(request: HttpRequest, attempt: Attempt) -> dict[str, Any]:
    """What every result shows: marks, what was right where that is due, what to read again."""
    course = attempt.quiz.course
    is_due = feedback_is_due(attempt)
    items = reviewed_items(attempt, request.reader) if is_due else []
    lessons = lessons_to_revisit(items)
    return {
        "attempt": attempt,
        "course": course,
        "headline": result_headline(attempt),
        "revisit": revisit_words(lessons),
        "lessons": lessons,
        "items": items,
        "regrades": regrades_of(attempt),
        "told_from": None if is_due else attempt.quiz.closes_at,
        "crumbs": [*course.crumbs(), (course.title, course.get_url(request))],
    }


def final_result(request: HttpRequest, attempt: Attempt, status: CourseStatus) -> HttpResponse:
    shown = told(request, attempt)
    missed = sum(item.must_pass and item.state is not State.DONE for item in shown["items"])
    context = shown | {
        "needed": must_pass_words(missed),
        "retry": retry_words(status.quiz) if status.quiz and not attempt.passed else "",
        "may_retry": bool(status.quiz and status.quiz.may_start and not status.missing),
        "certificate": Certificate.objects.standing().filter(attempt=attempt).first(),
        "survey": offered(request.reader, status) if attempt.passed else None,
        "offers_questions": bool(attempt.passed) and not access_refresher(request.reader),
        "pass_mark": _("The pass mark is %(mark)d%%.") % {"mark": attempt.pass_mark},
    }
    return render(request, "courses/result.html", context)


def regrades_of(attempt: Attempt) -> list[str]:
    """What was marked again of it, in words. Two queries."""
    places = dict(attempt.items.values_list("question_version_id", "order"))
    rows = attempt.regrades.select_related("regrade")
    return [regrade_words(row, places[row.regrade.from_version_id]) for row in rows]
