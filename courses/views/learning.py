"""My learning, starting a course, finishing a lesson."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import access_course, access_lesson, access_refresher
from courses.errors import LessonRefused
from courses.models import Certificate, CoursePage
from courses.scope import scope_of
from courses.services.catching_up import open_catch_ups
from courses.services.cohorts import cohorts_of
from courses.services.due import asked_of
from courses.services.lessons import complete_lesson, enrol
from courses.services.progress import CourseStatus
from courses.services.status import course_status, course_statuses
from courses.views.signing_in import to_sign_in
from courses.wording import certificate_words, step_link
from hub.access.pages import readable_pages
from hub.core.pagination import page_of
from hub.directory.people import called_name
from hub.users.models import User


@login_required
@require_safe
def my_learning(request: HttpRequest) -> HttpResponse:
    reader = request.reader
    mine = readable_pages(CoursePage.objects.started_by(reader.user_id), reader)
    page = page_of(request, mine.select_related("locale"))
    statuses = course_statuses(reader, list(page.object_list))
    certificates = Certificate.objects.of(reader.user_id).expiring_first()
    return render(
        request,
        "courses/my_learning.html",
        {
            "page": page,
            "rows": [(status, step_link(status)) for status in statuses.values()],
            "catch_ups": len(open_catch_ups(reader)),
            "weekly_questions": access_refresher(reader) is not None,
            "certificates": [(found, certificate_words(found)) for found in certificates],
            "asked": asked_of(reader),
            "cohorts": [(place, name_of(place.cohort.keeper)) for place in cohorts_of(reader)],
            "leads": bool(scope_of(reader)),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def start_course(request: HttpRequest, course_id: int) -> HttpResponse:
    """Someone who signs in on the way comes back to the course and presses Start there."""
    course = access_course(request.reader, course_id)
    address = course.get_url(request)
    if not request.reader.is_signed_in:
        return to_sign_in(address)
    if request.method != "POST":
        return redirect(address)
    enrol(person_id=request.reader.user_id, course=course)
    return redirect(next_address(request, course_status(request.reader, course)))


@require_http_methods(["GET", "HEAD", "POST"])
def finish_lesson(request: HttpRequest, lesson_id: int) -> HttpResponse:
    lesson = access_lesson(request.reader, lesson_id)
    if not request.reader.is_signed_in:
        return to_sign_in(lesson.get_url(request))
    if request.method != "POST":
        return redirect(lesson.get_url(request))
    try:
        complete_lesson(person_id=request.reader.user_id, lesson=lesson)
    except LessonRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(lesson.get_url(request))
    status = course_status(request.reader, lesson.course())
    after = status.neighbours(lesson)[1]
    if after and status.missing:
        return redirect(after.get_url(request))
    return redirect(next_address(request, status))


def next_address(request: HttpRequest, status: CourseStatus) -> str:
    """Where the one button of the course leads, or the course itself when there is nothing."""
    return step_link(status).url or status.course.get_url(request)


def name_of(person: User | None) -> str:
    return called_name(person) if person else ""
