"""Where trainers see their workshops, who came, and who waits for their word."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from courses.errors import WorkshopRefused
from courses.forms_teaching import AttendanceForm, WalkInForm, name_of
from courses.models import Booking, Workshop
from courses.services.attendance import add_walk_in, attendance_list, mark_attendance
from courses.teaching import access_taught, may_teach, signed_by, taught_by, waiting_for_sign_off
from courses.wording_workshops import day_and_time, workshop_meta
from hub.access.readers import Reader
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited

# Of past workshops the list shows so many; older ones are in the CMS.
PAST = 10


@login_required
@require_safe
def teaching(request: HttpRequest) -> HttpResponse:
    reader = request.reader
    require(may_teach(reader))
    own = taught_by(reader).with_seats()
    past = own.filter(ends_at__lte=timezone.now()).order_by("-starts_at")[:PAST]
    page = page_of(request, waiting_for_sign_off(reader))
    context = {
        "coming": with_meta(own.coming()),
        "past": with_meta(past),
        "page": page,
        "waiting": [(one, name_of(one.person)) for one in page.object_list],
    }
    return render(request, "courses/teaching.html", context)


def with_meta(workshops: object) -> list[tuple[Workshop, list[str]]]:
    return [(workshop, workshop_meta(workshop)) for workshop in workshops]


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, code: str) -> HttpResponse:
    workshop = access_taught(request.reader, code)
    bookings = attendance_list(workshop)
    form = AttendanceForm(request.POST if request.method == "POST" else None, bookings)
    if form.is_bound and form.is_valid():
        try:
            kept = mark_attendance(
                workshop=workshop, by_id=request.reader.user_id, **form.cleaned_data
            )
        except WorkshopRefused as refusal:
            messages.error(request, str(refusal))
        else:
            say_what_was_kept(request, kept)
        forget_draft(request)
        return redirect("courses:attendance", code)
    context = {
        "workshop": workshop,
        "form": with_draft(request, form),
        "bookings": bookings,
        "is_due": timezone.localdate() >= timezone.localdate(workshop.starts_at),
        "when": day_and_time(workshop.starts_at),
        "to_sign": to_sign(request.reader, workshop, bookings),
        "writer": writer_mark(request),
    }
    return render(request, "courses/attendance.html", context)


def say_what_was_kept(request: HttpRequest, kept: list[Booking]) -> None:
    messages.success(request, _("The list is saved."))
    for booking in kept:
        text = _("%(name)s stays ticked, since a certificate rests on it. Revoke it first.")
        messages.warning(request, text % {"name": name_of(booking.person)})


def to_sign(reader: Reader, workshop: Workshop, bookings: list[Booking]) -> list[tuple[int, str]]:
    """Who came and may be signed off from here, where the course asks for that."""
    came = [booking.person_id for booking in bookings if booking.came]
    if not came or not workshop.course.needs_sign_off:
        return []
    people = signed_by(reader).filter(course=workshop.course_id, person__in=came)
    return [(one.person_id, name_of(one.person)) for one in people.select_related("person")]


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest, code: str) -> HttpResponse:
    workshop = access_taught(request.reader, code)
    form = WalkInForm(request.POST if request.method == "POST" else None, workshop)
    if form.is_bound and form.is_valid():
        try:
            add_walk_in(workshop=workshop, person=form.person, by_id=request.reader.user_id)
        except WorkshopRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Added, and ticked as come."))
        forget_draft(request)
        return redirect("courses:attendance", code)
    context = {
        "workshop": workshop,
        "form": with_draft(request, form),
        "writer": writer_mark(request),
    }
    return render(request, "courses/walk_in.html", context)
