"""Asking a cohort or one person to do a course, and taking that back."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from courses.access_leads import access_asked, access_cohort, access_learner
from courses.forms_leads import AskForm
from courses.models import Cohort
from courses.services.cohorts import ask, take_back
from courses.services.report import reported_courses
from courses.views.leads.crumbs import LEARNING, PEOPLE, to_cohort
from courses.views.leads.forms import form_page
from hub.core.dates import long_date
from hub.directory.people import called_name
from hub.users.drafts import writer_required
from hub.users.models import User


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_cohort(request: HttpRequest, cohort_id: int) -> HttpResponse:
    found = access_cohort(request.reader, cohort_id)
    return ask_page(request, found, found.name, found.get_absolute_url(), to_cohort(found))


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_person(request: HttpRequest, person_id: int) -> HttpResponse:
    found = access_learner(request.reader, person_id)
    name, address = called_name(found), reverse("courses:person", args=[found.pk])
    return ask_page(request, found, name, address, [LEARNING, PEOPLE, (name, address)])


def ask_page(
    request: HttpRequest, to: Cohort | User, name: str, back: str, crumbs: list
) -> HttpResponse:
    form = AskForm(request.POST or None, courses=reported_courses(request.reader))

    def send(form: Form) -> HttpResponse:
        asked = ask(to=to, by=request.user, **form.cleaned_data)
        words = {"course": asked.course.title, "day": long_date(asked.due_on)}
        messages.success(request, _("Asked to do “%(course)s” by %(day)s.") % words)
        return redirect(back)

    context = {
        "title": _("Ask %(name)s to do a course") % {"name": name},
        "lead": _("Ask for the same course again to change its day."),
        "submit": _("Ask"),
        "cancel_url": back,
        "crumbs": crumbs,
    }
    return form_page(request, form, send, context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def end_asking(request: HttpRequest, assignment_id: int) -> HttpResponse:
    asked = access_asked(request.reader, assignment_id)
    back = (
        asked.cohort.get_absolute_url()
        if asked.cohort
        else reverse("courses:person", args=[asked.person_id])
    )
    if request.method == "POST":
        take_back(asked=asked, by=request.user)
        messages.success(request, _("Nobody is asked for it any more. What was done stays done."))
        return redirect(back)
    context = {
        "title": _("Stop asking for “%(course)s”?") % {"course": asked.course.title},
        "lead": _("The due date and its reminders end. What was done stays done."),
        "submit": _("Stop asking"),
        "cancel_url": back,
        "crumbs": [LEARNING],
    }
    return render(request, "courses/leads/confirm.html", context)
