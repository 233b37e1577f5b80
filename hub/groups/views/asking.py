from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.core.missing import require
from hub.core.pagination import page_of
from hub.groups.access import access_group, access_managed_group, access_request
from hub.groups.crumbs import to_group
from hub.groups.enums import Joining
from hub.groups.forms import AskForm, ReasonForm
from hub.groups.permissions import is_in
from hub.groups.services import (
    approve_request,
    ask_to_join,
    join_group,
    refuse_request,
    withdraw_request,
)
from hub.groups.views.forms import do_or_say_why, form_page
from hub.users.drafts import writer_required
from hub.users.limits import limited

LABELLED_BY = ("agency_type", "organisation", "area")


def back_to_requests(slug: str) -> str:
    return reverse("groups:requests", args=[slug])


@writer_required
@require_POST
@limited("join")
def join(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_group(slug, request.reader)
    return do_or_say_why(
        request,
        lambda: join_group(group=found, person=request.user),
        _("You're in. The others see your name and role."),
        found,
    )


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("join")
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_group(slug, request.reader)
    require(found.joining == Joining.ASK and not is_in(request.reader, found))

    def send(form: Form) -> HttpResponse:
        ask_to_join(group=found, person=request.user, **form.cleaned_data)
        messages.success(request, _("The owners have been told. We'll tell you what they answer."))
        return redirect(found)

    context = {
        "title": _("Ask to join “%(name)s”") % {"name": found.name},
        "lead": found.purpose,
        "crumbs": to_group(found),
        "submit": _("Ask to join"),
        "cancel_url": found.get_absolute_url(),
    }
    return form_page(request, AskForm(request.POST or None), send, context)


@writer_required
@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_group(slug, request.reader)
    return do_or_say_why(
        request,
        lambda: withdraw_request(group=found, person=request.user),
        _("Your request is taken back."),
        found,
    )


@writer_required
@require_safe
def requests(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_managed_group(slug, request.reader)
    profile = "person__profile"
    waiting = found.requests.waiting().select_related(
        profile, *(f"{profile}__{name}" for name in LABELLED_BY)
    )
    context = {
        "group": found,
        "title": _("Who asks to join"),
        "page": page_of(request, waiting),
        "crumbs": to_group(found),
    }
    return render(request, "groups/requests.html", context)


@writer_required
@require_POST
def approve(request: HttpRequest, slug: str, request_id: int) -> HttpResponse:
    found = access_managed_group(slug, request.reader)
    asked = access_request(found, request_id)
    return do_or_say_why(
        request,
        lambda: approve_request(asked=asked, by=request.user),
        _("%(name)s is in and has been told.") % {"name": asked.person.get_full_name()},
        back_to_requests(found.slug),
    )


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: HttpRequest, slug: str, request_id: int) -> HttpResponse:
    found = access_managed_group(slug, request.reader)
    asked = access_request(found, request_id)

    def send(form: Form) -> HttpResponse:
        refuse_request(asked=asked, by=request.user, answer=form.cleaned_data["reason"])
        messages.success(request, _("Your answer has been sent."))
        return redirect(back_to_requests(found.slug))

    form = ReasonForm(
        request.POST or None,
        label=_("Why not?"),
        hint=_("They read this. Say what would help, such as another group."),
    )
    context = {
        "title": _("Say no to %(name)s") % {"name": asked.person.get_full_name()},
        "lead": _("They asked: “%(reason)s”") % {"reason": asked.reason},
        "crumbs": to_group(found),
        "submit": _("Send the answer"),
        "cancel_url": back_to_requests(found.slug),
    }
    return form_page(request, form, send, context)
