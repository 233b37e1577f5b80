"""Cohorts: all of them, one, making and changing it, and who is in it."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.access_leads import access_cohort, access_scope
from courses.forms_leads import CohortForm, PickForm
from courses.models import Cohort
from courses.scope import led_places
from courses.services.cohorts import (
    add_people,
    candidates,
    make_cohort,
    people_in,
    remove_cohort,
    remove_person,
    rename_cohort,
    scope_of_cohort,
)
from courses.services.learners import learners_of
from courses.services.overview import overview_of
from courses.services.report import reported_courses
from courses.views.leads.crumbs import COHORTS, LEARNING, to_cohort
from courses.views.leads.forms import form_page
from hub.access.services import record_once_a_day
from hub.core.pagination import page_of
from hub.directory.people import called_name
from hub.users.drafts import writer_required


@writer_required
@require_safe
def cohorts(request: HttpRequest) -> HttpResponse:
    rows = Cohort.objects.within(access_scope(request.reader)).counted()
    context = {"page": page_of(request, rows.select_related("area", "organisation"))}
    return render(request, "courses/leads/cohorts.html", {**context, "crumbs": [LEARNING]})


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_cohort(request: HttpRequest) -> HttpResponse:
    access_scope(request.reader)
    form = CohortForm(request.POST or None, places=led_places(request.reader))

    def send(form: Form) -> HttpResponse:
        name = form.cleaned_data["name"]
        made = make_cohort(name=name, place=form.chosen_place, by=request.user)
        messages.success(request, _("The cohort is there. Now add people."))
        return redirect("courses:add_to_cohort", made.pk)

    context = {
        "title": _("New cohort"),
        "lead": _("People of your area or organisation who learn together."),
        "cancel_url": reverse("courses:cohorts"),
        "crumbs": [LEARNING, COHORTS],
    }
    return form_page(request, form, send, context)


@writer_required
@require_safe
def cohort(request: HttpRequest, cohort_id: int) -> HttpResponse:
    found = access_cohort(request.reader, cohort_id)
    record_once_a_day(
        action="learning.cohort_viewed",
        subject=f"cohort {found.pk}",
        person_id=request.reader.user_id,
    )
    overview = overview_of(found, reported_courses(request.reader))
    context = {
        "cohort": found,
        "keeper": called_name(found.keeper) if found.keeper else "",
        "overview": overview,
        "page": page_of(request, list(overview.members), 50),
        "crumbs": [LEARNING, COHORTS],
    }
    return render(request, "courses/leads/cohort.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_cohort(request: HttpRequest, cohort_id: int) -> HttpResponse:
    found = access_cohort(request.reader, cohort_id)
    form = CohortForm(request.POST or None, initial={"name": found.name})

    def send(form: Form) -> HttpResponse:
        rename_cohort(cohort=found, name=form.cleaned_data["name"])
        messages.success(request, _("The cohort has its new name."))
        return redirect(found)

    context = {
        "title": _("Change the name"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": to_cohort(found),
    }
    return form_page(request, form, send, context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def end_cohort(request: HttpRequest, cohort_id: int) -> HttpResponse:
    found = access_cohort(request.reader, cohort_id)
    if request.method == "POST":
        remove_cohort(cohort=found, by=request.user)
        messages.success(request, _("The cohort is gone. What people did stays theirs."))
        return redirect("courses:cohorts")
    context = {
        "title": _("Remove “%(cohort)s”?") % {"cohort": found.name},
        "lead": _("What it is asked to do goes with it. What people did stays theirs."),
        "submit": _("Remove the cohort"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": to_cohort(found),
    }
    return render(request, "courses/leads/confirm.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, cohort_id: int) -> HttpResponse:
    """One page of those who may be added, by their names."""
    found = access_cohort(request.reader, cohort_id)
    scope = scope_of_cohort(found)
    every = learners_of(scope, candidates(found))
    sought = request.GET.get("name", "").strip()[:100]
    shown = [one for one in every if sought.casefold() in one.name.casefold()]
    page = page_of(request, shown, 50)
    form = PickForm(request.POST if request.method == "POST" else None, every, page.object_list)
    if form.is_valid():
        chosen = [int(pk) for pk in form.cleaned_data["people"]]
        added = len(add_people(cohort=found, people=chosen, by=request.user))
        text = ngettext("%(n)d person added.", "%(n)d people added.", added)
        messages.success(request, text % {"n": added})
        return redirect(found)
    context = {
        "cohort": found,
        "form": form,
        "page": page,
        "sought": sought,
        "crumbs": to_cohort(found),
    }
    return render(request, "courses/leads/add.html", context)


@writer_required
@require_POST
def remove(request: HttpRequest, cohort_id: int, person_id: int) -> HttpResponse:
    found = access_cohort(request.reader, cohort_id)
    if people_in(found).filter(pk=person_id).exists():
        remove_person(cohort=found, person_id=person_id, by=request.user)
        messages.success(request, _("They're no longer in the cohort."))
    return redirect(found)
