"""Where a request stands, and since when."""

from datetime import datetime

from hub.support.enums import Status
from hub.support.models import SupportRequest


def locked(request: SupportRequest) -> SupportRequest:
    """The request as stored, held until the caller's transaction ends. Writers queue here."""
    return SupportRequest.objects.select_for_update().get(pk=request.pk)


def move(request: SupportRequest, status: Status, moment: datetime) -> SupportRequest:
    """Sets the status with the times that follow from it, and saves.

    What waits for the team already keeps the time since when it does.
    """
    request.status = status
    request.waiting_since = (request.waiting_since or moment) if request.is_with_team else None
    request.last_at = max(moment, request.last_at)
    request.save()
    return request


def back_to_team(request: SupportRequest, moment: datetime) -> SupportRequest:
    """It waits for the team again: for whoever looks after it, or for somebody to take it."""
    return move(request, Status.TAKEN if request.assignee_id else Status.NEW, moment)
