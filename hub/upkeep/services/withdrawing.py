"""What should not be relied on any more stays readable, and says so first."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from hub.access.services import record_audit
from hub.upkeep.enums import Why
from hub.upkeep.models import Change
from hub.upkeep.services.changes import WITHDRAWN, take_up_changes
from hub.upkeep.services.deciding import end_changes
from hub.upkeep.services.fields import AnyHubPage, set_fields
from hub.users.models import User


@transaction.atomic
def withdraw_page(
    *, page: AnyHubPage, by: User, because: str, instead: Page | None = None
) -> AnyHubPage:
    """Those who follow it are told, and those who keep what rests on it."""
    fields = {
        "withdrawn_on": timezone.localdate(),
        "withdrawn_because": because,
        "replaced_by": instead,
    }
    stored = set_fields(page=page, by=by, fields=fields)
    take_up_changes(stored)
    record_audit(
        action="upkeep.withdrawn", subject=f"page {page.pk}", person_id=by.pk, reason=because
    )
    return stored


@transaction.atomic
def bring_back(*, page: AnyHubPage, by: User) -> AnyHubPage:
    """Takes the banner off, and the warnings from what rests on it. What was told stays told."""
    fields = {"withdrawn_on": None, "withdrawn_because": "", "replaced_by": None}
    stored = set_fields(page=page, by=by, fields=fields)
    withdrawn = Change.objects.filter(page=page.pk, why=Why.WITHDRAWN)
    end_changes(withdrawn.filter(note__startswith=WITHDRAWN))
    record_audit(action="upkeep.brought_back", subject=f"page {page.pk}", person_id=by.pk)
    return stored
