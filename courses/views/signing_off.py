"""Where a trainer says that somebody is ready, or takes it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from courses.errors import WorkshopRefused
from courses.forms_teaching import READY, SignOffForm, name_of
from courses.models import Enrolment, SignOff
from courses.services.signing_off import sign_off, take_back
from courses.services.status import course_status
from courses.teaching import access_sign_off, access_signed
from courses.wording_workshops import progress_facts
from hub.access.readers import reader_for
from hub.access.services import record_details_check
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_off_person(request: HttpRequest, course_id: int, person_id: int) -> HttpResponse:
    """Shows how far they are: never what they answered."""
    enrolment = access_signed(request.reader, course_id, person_id)
    form = SignOffForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        valid = form.is_valid()
        record_details_check(outcome=form.details_outcome)
        if valid:
            return save(request, form, enrolment)
    person, course = enrolment.person, enrolment.course
    context = {
        "form": with_draft(request, form),
        "name": name_of(person),
        "course": course,
        "facts": progress_facts(course_status(reader_for(person), course)),
        "given": SignOff.objects.of(person.pk).standing().filter(course=course),
        "writer": writer_mark(request),
    }
    return render(request, "courses/sign_off.html", context)


def save(request: HttpRequest, form: SignOffForm, enrolment: Enrolment) -> HttpResponse:
    is_ready = form.cleaned_data["outcome"] == READY
    sign_off(
        person=enrolment.person,
        course=enrolment.course,
        by=request.user,
        is_ready=is_ready,
        note=form.cleaned_data["note"],
    )
    forget_draft(request)
    name = {"name": name_of(enrolment.person)}
    said = _("%(name)s is signed off.") if is_ready else _("%(name)s is told what is missing.")
    messages.success(request, said % name)
    return redirect("courses:teaching")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_sign_off(request: HttpRequest, sign_off_id: int) -> HttpResponse:
    given = access_sign_off(request.reader, sign_off_id)
    if request.method != "POST":
        context = {"given": given, "name": name_of(given.person)}
        return render(request, "courses/take_back.html", context)
    try:
        take_back(given=given, by=request.user)
    except WorkshopRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back."))
    return redirect("courses:sign_off", given.course_id, given.person_id)
