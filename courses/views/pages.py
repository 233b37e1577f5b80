"""Course and lesson pages, with the reader's own progress. Wagtail's hook calls these."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from courses.durations import duration
from courses.enums import State
from courses.models import CoursePage, LessonPage
from courses.services.lessons import view_lesson
from courses.services.progress import CourseStatus
from courses.services.status import course_status
from courses.views.signing_in import sign_in_address
from courses.wording import course_facts, course_meta, step_link


def show_course(request: HttpRequest, course: CoursePage) -> HttpResponse:
    status = course_status(request.reader, course)
    context = course.get_context(request) | {
        "status": status,
        "step": step_link(status),
        "meta": course_meta(course, status),
        "facts": course_facts(course, status),
    }
    return render(request, course.get_template(request), context)


def show_lesson(request: HttpRequest, lesson: LessonPage) -> HttpResponse:
    """Reading writes a view record for someone who is signed in; a preview writes nothing."""
    looks_only = request.method != "GET" or getattr(request, "is_preview", False)
    if request.reader.is_signed_in and not looks_only:
        view_lesson(person_id=request.reader.user_id, lesson=lesson)
    course = lesson.course()
    status = course_status(request.reader, course)
    before, after = status.neighbours(lesson)
    context = lesson.get_context(request) | {
        "course": course,
        "status": status,
        "is_done": state_of_lesson(status, lesson) is State.DONE,
        "before": before,
        "after": after,
        "sign_in_url": sign_in_address(lesson.get_url(request)),
        "meta": [duration(lesson.minutes), course.title],
    }
    return render(request, lesson.get_template(request), context)


def state_of_lesson(status: CourseStatus, lesson: LessonPage) -> State:
    place = status.place_of(lesson)
    return State.TO_DO if place is None else status.lessons[place].state
