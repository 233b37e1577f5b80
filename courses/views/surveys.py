"""Saying how sure one is and how useful a course was, or that one would rather not."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from courses.access import access_survey
from courses.enums import Moment
from courses.errors import MomentIsOver
from courses.forms_feedback import SurveyForm
from courses.services.status import course_status
from courses.services.surveys import Survey, answer_survey, decline_survey
from courses.wording import step_link
from hub.access.services import record_details_check
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, course_id: int) -> HttpResponse:
    found = access_survey(request.reader, course_id)
    if request.method != "POST":
        return show(request, found, with_draft(request, SurveyForm(found)))
    form = SurveyForm(found, request.POST)
    is_valid = form.is_valid()
    record_details_check(outcome=form.details_outcome)
    if not is_valid:
        return show(request, found, form)
    try:
        answer_survey(person_id=request.user.pk, survey=found, **form.said)
    except MomentIsOver as refusal:
        messages.error(request, str(refusal))
        return redirect("courses:survey", course_id)
    forget_draft(request)
    messages.success(request, _("Thank you. You can change it until the next time we ask."))
    return redirect(onwards(request, found))


@login_required
@require_POST
def decline(request: HttpRequest, course_id: int) -> HttpResponse:
    found = access_survey(request.reader, course_id)
    decline_survey(person_id=request.user.pk, survey=found)
    return redirect(onwards(request, found))


def onwards(request: HttpRequest, found: Survey) -> str:
    """Who has just started goes to the lesson; everybody else back to the course."""
    address = found.course.get_url(request)
    if found.moment is not Moment.BEFORE:
        return address
    return step_link(course_status(request.reader, found.course)).url or address


def show(request: HttpRequest, found: Survey, form: SurveyForm) -> HttpResponse:
    context = {"survey": found, "form": form, "writer": writer_mark(request)}
    return render(request, "courses/survey.html", context)
