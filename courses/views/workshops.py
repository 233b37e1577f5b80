"""Workshops as people book them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import access_workshop
from courses.enums import Seat
from courses.errors import WorkshopRefused
from courses.exchange.calendar import calendar_file
from courses.models import Workshop
from courses.services.bookings import book, give_up
from courses.teaching import may_teach
from courses.views.signing_in import sign_in_address, to_sign_in
from courses.wording_workshops import workshop_facts, workshop_meta
from hub.access.readers import Reader
from hub.core.attachments import attached
from hub.core.pagination import page_of


@require_safe
def coming_workshops(request: HttpRequest) -> HttpResponse:
    """All that the reader may book, with what they have in each."""
    reader = request.reader
    coming = Workshop.objects.readable_by(reader).coming().with_seats(reader.user_id)
    page = page_of(request, coming)
    rows = [(workshop, workshop_meta(workshop)) for workshop in page.object_list]
    context = {"page": page, "rows": rows, "teaches": may_teach(reader)}
    return render(request, "courses/workshops.html", context)


@require_safe
def workshop(request: HttpRequest, code: str) -> HttpResponse:
    found = access_workshop(request.reader, code)
    context = {
        "workshop": found,
        "course": found.course,
        "facts": workshop_facts(found, is_signed_in=request.reader.is_signed_in),
        "has_seat": has_seat(found),
        "waits": found.own == Seat.WAITING,
        "may_book": found.may_be_booked() and found.trainer_id != request.reader.user_id,
        "has_begun": found.has_begun(),
        "is_full": found.waiting or found.taken >= found.capacity,
        "teaches": teaches(request.reader, found),
        "sign_in_url": sign_in_address(found.get_absolute_url()),
        "crumbs": [*found.course.crumbs(), (found.course.title, found.course.get_url(request))],
    }
    return render(request, "courses/workshop.html", context)


def has_seat(found: Workshop) -> bool:
    return bool(found.own == Seat.BOOKED)


def teaches(reader: Reader, found: Workshop) -> bool:
    return may_teach(reader) and found.trainer_id == reader.user_id


@require_http_methods(["GET", "HEAD", "POST"])
def book_seat(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody who signs in on the way comes back to the workshop and presses Book there."""
    found = access_workshop(request.reader, code)
    if not request.reader.is_signed_in:
        return to_sign_in(found.get_absolute_url())
    if request.method == "POST":
        try:
            booking = book(person=request.user, workshop=found)
        except WorkshopRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, booked_words(booking.seat))
    return redirect(found)


def booked_words(seat: str) -> str:
    if seat == Seat.BOOKED:
        return _("You have a seat. We remind you a week and a day before.")
    return _("All seats are taken. You are on the waiting list, and are told if you get one.")


@require_http_methods(["GET", "HEAD", "POST"])
def give_up_seat(request: HttpRequest, code: str) -> HttpResponse:
    found = access_workshop(request.reader, code)
    if not request.reader.is_signed_in:
        return to_sign_in(found.get_absolute_url())
    if request.method != "POST":
        return render(request, "courses/give_up.html", {"workshop": found})
    try:
        give_up(person_id=request.reader.user_id, workshop=found)
    except WorkshopRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("You have no seat in this workshop any more."))
    return redirect(found)


@require_safe
@never_cache
def calendar(request: HttpRequest, code: str) -> HttpResponse:
    """For anybody who may book; the link to join is in it for those with a seat."""
    found = access_workshop(request.reader, code)
    address = request.build_absolute_uri(found.get_absolute_url())
    content = calendar_file(found, address=address, link=found.link if has_seat(found) else "")
    method = "CANCEL" if found.is_cancelled else "PUBLISH"
    kind = f"text/calendar; charset=utf-8; method={method}"
    return attached(content, kind, "workshop.ics")
