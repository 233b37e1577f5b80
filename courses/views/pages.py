"""Course and lesson pages, with the reader's own progress. Wagtail's hook calls these."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from courses.durations import duration
from courses.enums import State
from courses.forms import AnswerForm
from courses.models import CheckAnswer, CoursePage, LessonPage, Workshop
from courses.results import ReviewedItem, reviewed_checks
from courses.services.checks import check_answers
from courses.services.lessons import view_lesson
from courses.services.status import course_status
from courses.services.surveys import offered
from courses.views.signing_in import sign_in_address
from courses.wording import (
    completion_words,
    course_facts,
    course_meta,
    practice_words,
    step_link,
    validity,
)
from courses.wording_workshops import condition_words, workshop_meta
from hub.users.drafts import writer_mark


def show_course(request: HttpRequest, course: CoursePage) -> HttpResponse:
    status = course_status(request.reader, course)
    context = course.get_context(request) | {
        "status": status,
        "step": step_link(status),
        "validity": validity(status),
        "meta": course_meta(course, status),
        "facts": course_facts(course, status),
        "practice": [(one.quiz, practice_words(one)) for one in status.practice],
        "conditions": [(one, *condition_words(one)) for one in status.conditions],
        "workshops": workshops_of(request, course),
        "survey": offered(request.reader, status, or_said=True),
    }
    return render(request, course.get_template(request), context)


def workshops_of(request: HttpRequest, course: CoursePage) -> list[tuple[Workshop, list[str]]]:
    """Those to come. One query."""
    coming = course.workshops.coming().with_seats(request.reader.user_id)
    return [(workshop, workshop_meta(workshop)) for workshop in coming]


def show_lesson(
    request: HttpRequest, lesson: LessonPage, typed: AnswerForm | None = None
) -> HttpResponse:
    """Reading writes a view record for someone who is signed in; a preview writes nothing.

    `typed` is an answer that is being given, in the place of its question.
    """
    looks_only = request.method != "GET" or getattr(request, "is_preview", False)
    if request.reader.is_signed_in and not looks_only:
        view_lesson(person_id=request.reader.user_id, lesson=lesson)
    course = lesson.course()
    status = course_status(request.reader, course)
    before, after = status.neighbours(lesson)
    item = status.lesson(lesson)
    context = lesson.get_context(request) | {
        "course": course,
        "status": status,
        "is_done": item is not None and item.state is State.DONE,
        "rule": completion_words(lesson),
        "checks": checks_shown(request, lesson, typed),
        "survey": offered(request.reader, status) if not looks_only else None,
        "writer": writer_mark(request) if request.reader.is_signed_in else "",
        "before": before,
        "after": after,
        "sign_in_url": sign_in_address(lesson.get_url(request)),
        "meta": [duration(lesson.minutes), course.title],
    }
    return render(request, lesson.get_template(request), context)


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A question at the end of a lesson. `reviewed` is None until it is answered."""

    question_id: int
    form: AnswerForm
    reviewed: ReviewedItem | None


def checks_shown(
    request: HttpRequest, lesson: LessonPage, typed: AnswerForm | None
) -> list[ShownCheck]:
    given = check_answers(request.reader.user_id, lesson)
    answered = [answer for answer in given if answer.is_answered]
    told = reviewed_checks(answered, request.reader) if answered else {}
    forms = [check_form(answer) for answer in given]
    return [
        ShownCheck(
            answer.question_id,
            typed if typed and typed.prefix == form.prefix else form,
            told.get(answer.question_id),
        )
        for answer, form in zip(given, forms, strict=True)
    ]


def check_form(given: CheckAnswer, data: QueryDict | None = None) -> AnswerForm:
    return AnswerForm(given, data, prefix=f"question-{given.question_id}")
