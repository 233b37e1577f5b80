from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.support.enums import Helped, Status
from hub.support.models import SupportRequest
from hub.support.services.standing import back_to_team, locked, move
from hub.support.services.telling import tell_asker, tell_team
from hub.users.models import User


@transaction.atomic
def close(*, request: SupportRequest, by: User, at: datetime | None = None) -> SupportRequest:
    """Ends a request. Where the team does it, that is recorded and the asker told."""
    stored = locked(request)
    if stored.is_closed:
        return stored
    move(stored, Status.CLOSED, at or timezone.now())
    if by.pk != stored.asker_id:
        subject = f"support request {stored.pk}"
        record_audit(action="support.closed", subject=subject, person_id=by.pk)
        tell_asker(stored, _("Your request %(n)d to the front-line team is closed"), at)
    return stored


@transaction.atomic
def reopen(*, request: SupportRequest, at: datetime | None = None) -> SupportRequest:
    """It waits for the team again, who are told."""
    stored = locked(request)
    if not stored.is_closed:
        return stored
    back_to_team(stored, at or timezone.now())
    tell_team(stored, _("Request %(n)d at the support desk is open again"), at)
    return stored


@transaction.atomic
def say_whether_it_helped(
    *, request: SupportRequest, helped: Helped, reason: str = ""
) -> SupportRequest:
    """Kept once: what was said stands."""
    stored = locked(request)
    if not stored.helped:
        stored.helped, stored.helped_reason = helped, reason
        stored.save(update_fields=["helped", "helped_reason"])
    return stored
