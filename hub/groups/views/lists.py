from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.access.readers import Reader
from hub.groups.access import confirmed_addresses
from hub.groups.enums import Joining
from hub.groups.models import Invitation, JoinRequest, WorkingGroup
from hub.groups.permissions import is_verified, may_close, may_start


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The reader's groups, what waits for them, and those that they may come into."""
    reader = request.reader
    others = WorkingGroup.objects.listed().exclude(group_id__in=reader.group_ids).with_counts()
    context = {
        "mine": WorkingGroup.objects.of(reader).with_counts(),
        "owned": {held.group_id for held in reader.roles if reader.owns(held.group_id or 0)},
        "invitations": invitations_to(reader),
        "asked": asked_by(reader),
        "open": others.filter(joining=Joining.OPEN),
        "ask": others.filter(joining=Joining.ASK),
        "verified": is_verified(reader),
        "may_start": may_start(reader),
    }
    if may_close(reader):
        context |= {
            "ownerless": WorkingGroup.objects.without_owner().with_counts(),
            "hidden": hidden_from_others(reader),
        }
    return render(request, "groups/index.html", context)


def invitations_to(reader: Reader) -> QuerySet[Invitation]:
    usable = Invitation.objects.usable().to(confirmed_addresses(reader))
    return usable.select_related("working_group")


def asked_by(reader: Reader) -> QuerySet[JoinRequest]:
    """Waiting requests of the reader to groups whose names they may know."""
    groups = WorkingGroup.objects.visible_to(reader)
    mine = JoinRequest.objects.waiting().of(reader.user_id).filter(working_group__in=groups)
    return mine.select_related("working_group")


def hidden_from_others(reader: Reader) -> QuerySet[WorkingGroup]:
    """What administrators see beyond what everyone does: private groups, and closed ones."""
    listed = WorkingGroup.objects.listed().exclude(joining=Joining.INVITATION)
    rest = WorkingGroup.objects.visible_to(reader).exclude(pk__in=listed)
    return rest.exclude(group_id__in=reader.group_ids).with_counts()
