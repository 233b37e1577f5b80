from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.sensitive import mark_session_sensitive
from hub.core.missing import require
from hub.groups.access import access_group, access_managed_group
from hub.groups.crumbs import GROUPS, to_group
from hub.groups.forms import GroupForm, ReasonForm, StartForm
from hub.groups.periods import REMINDED_BEFORE
from hub.groups.permissions import (
    is_in,
    is_verified,
    may_close,
    may_manage,
    may_start,
    needs_second_factor,
)
from hub.groups.services import change_group, close_group, start_group
from hub.groups.services.places import place_of
from hub.groups.views.forms import form_page
from hub.users.drafts import writer_required

ABOUT = ("name", "purpose", "joining", "practitioners_only", "is_private", "is_sensitive")


@writer_required
@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """What a group is, and the one thing that this reader would do next."""
    found, reader = access_group(slug, request.reader), request.reader
    inside = is_in(reader, found)
    place = place_of(found, reader.user_id) if inside else None
    if inside and found.is_sensitive:
        mark_session_sensitive(request)
    context = {
        "group": found,
        "crumbs": [GROUPS],
        "inside": inside,
        "place": place,
        "due": place and place.ends_on and place.ends_on <= timezone.localdate() + REMINDED_BEFORE,
        "people": found.places.count(),
        "manages": may_manage(reader, found),
        "may_close": may_close(reader) and found.closed_at is None,
        "needs_second_factor": needs_second_factor(reader, found),
        "may_come_in": is_verified(reader) or not found.practitioners_only,
        "asked": found.requests.waiting().of(reader.user_id).first(),
    }
    if context["manages"]:
        context["waiting"] = found.requests.waiting().count()
    return render(request, "groups/group.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    require(may_start(request.reader))

    def send(form: Form) -> HttpResponse:
        made = start_group(by=request.user, **form.cleaned_data)
        messages.success(request, _("The group is there, and you're its owner."))
        return redirect(made)

    context = {
        "title": _("Start a group"),
        "lead": _("For people who work on something together. You're its first owner."),
        "crumbs": [GROUPS],
        "submit": _("Start the group"),
        "cancel_url": GROUPS[1],
    }
    return form_page(request, StartForm(request.POST or None), send, context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_managed_group(slug, request.reader)

    def send(form: Form) -> HttpResponse:
        changed = change_group(group=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your changes are saved."))
        return redirect(changed)

    initial = {name: getattr(found, name) for name in ABOUT}
    context = {
        "title": _("Change this group"),
        "lead": _("What you make stricter counts at once, for those who are in it as well."),
        "crumbs": to_group(found),
        "cancel_url": found.get_absolute_url(),
    }
    return form_page(request, GroupForm(request.POST or None, initial=initial), send, context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Administrators only. Nothing opens by it: what the group alone could read stays closed."""
    found = access_group(slug, request.reader)
    require(may_close(request.reader) and found.closed_at is None)

    def send(form: Form) -> HttpResponse:
        close_group(group=found, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The group is closed and its members have been told."))
        return redirect(GROUPS[1])

    form = ReasonForm(
        request.POST or None,
        label=_("Why is it closed?"),
        hint=_("Its members read this, and it's kept in the record."),
    )
    context = {
        "title": _("Close “%(name)s”") % {"name": found.name},
        "lead": _("Everyone's place ends now. What only the group could read stays closed."),
        "crumbs": to_group(found),
        "submit": _("Close the group"),
        "kind": "warning",
        "cancel_url": found.get_absolute_url(),
    }
    return form_page(request, form, send, context)
