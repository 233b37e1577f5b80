from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.models.membership import MembershipQuerySet
from hub.access.sensitive import mark_session_sensitive
from hub.access.tokens import SECOND_FACTOR
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.groups.access import access_group, access_managed_group, access_place
from hub.groups.crumbs import to_group
from hub.groups.forms import ReasonForm
from hub.groups.models import WorkingGroup
from hub.groups.periods import REMINDED_BEFORE
from hub.groups.permissions import is_in, may_manage
from hub.groups.services import make_owner, remove_member, step_down
from hub.groups.views.forms import do_or_say_why, form_page
from hub.users.drafts import writer_required

LABELLED_BY = ("agency_type", "organisation", "area")


@writer_required
@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """For those who are in the group, and for administrators, who may have to step in.

    Who works on something sensitive is as sensitive as what they say of it.
    """
    found = access_group(slug, request.reader)
    manages = may_manage(request.reader, found)
    require(is_in(request.reader, found) or manages)
    if found.is_sensitive:
        require(SECOND_FACTOR in request.reader.tokens)
        mark_session_sensitive(request)
    context = {
        "group": found,
        "title": _("Who is in it"),
        "page": page_of(request, with_labels(found).order_by("-role", "person__name", "pk"), 50),
        "manages": manages,
        "due_count": due_soon(found).count() if manages else 0,
        "crumbs": to_group(found),
    }
    return render(request, "groups/members.html", context)


@writer_required
@require_safe
def due(request: HttpRequest, slug: str) -> HttpResponse:
    """For owners: whose place runs out soon unless they say that they're still in the group."""
    found = access_managed_group(slug, request.reader)
    rows = due_soon(found).filter(pk__in=with_labels(found))
    context = {
        "group": found,
        "title": _("Not confirmed yet"),
        "page": page_of(request, labelled(rows).order_by("ends_on", "pk"), 50),
        "manages": True,
        "is_due": True,
        "crumbs": to_group(found),
    }
    return render(request, "groups/members.html", context)


def due_soon(group: WorkingGroup) -> MembershipQuerySet:
    return group.places.filter(ends_on__lte=timezone.localdate() + REMINDED_BEFORE)


def with_labels(group: WorkingGroup) -> MembershipQuerySet:
    return labelled(group.places)


def labelled(places: MembershipQuerySet) -> MembershipQuerySet:
    """With what stands beside each name, so that a row costs no query."""
    profile = "person__profile"
    return places.select_related(profile, *(f"{profile}__{name}" for name in LABELLED_BY))


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    found = access_managed_group(slug, request.reader)
    place = access_place(found, membership_id)

    def send(form: Form) -> HttpResponse:
        reason = form.cleaned_data["reason"]
        remove_member(group=found, place=place, by=request.user, reason=reason)
        messages.success(request, _("They're no longer in the group and have been told why."))
        return redirect(list_of(found))

    form = ReasonForm(
        request.POST or None,
        label=_("Why?"),
        hint=_("They read this, and it's kept in the record."),
    )
    context = {
        "title": _("Remove %(name)s") % {"name": place.person.get_full_name()},
        "lead": _("They lose at once what only this group can read."),
        "crumbs": to_group(found),
        "submit": _("Remove from the group"),
        "kind": "warning",
        "cancel_url": list_of(found),
    }
    return form_page(request, form, send, context)


@writer_required
@require_POST
def owner(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    found = access_managed_group(slug, request.reader)
    place = access_place(found, membership_id)
    return do_or_say_why(
        request,
        lambda: make_owner(group=found, place=place, by=request.user),
        _("%(name)s is now an owner.") % {"name": place.person.get_full_name()},
        list_of(found),
    )


@writer_required
@require_POST
def member(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """An owner hands back the powers, or another owner takes them."""
    found = access_managed_group(slug, request.reader)
    place = access_place(found, membership_id)
    return do_or_say_why(
        request,
        lambda: step_down(group=found, place=place, by=request.user),
        _("%(name)s is a member now.") % {"name": place.person.get_full_name()},
        found if place.person_id == request.reader.user_id else list_of(found),
    )


def list_of(group: WorkingGroup) -> str:
    return reverse("groups:members", args=[group.slug])
