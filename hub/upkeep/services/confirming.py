"""Somebody read a page again: it is still right, or has been put right."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from hub.access.services import record_audit
from hub.core.dates import add_months
from hub.pages.models import HubPage
from hub.upkeep.models import Affected, Review
from hub.upkeep.services.fields import AnyHubPage, set_fields
from hub.users.models import User


@transaction.atomic
def confirm_page(*, page: AnyHubPage, by: User, note: str = "") -> AnyHubPage:
    """Still right: reviewed today, due again when its kind says, and no longer out of date."""
    today = timezone.localdate()
    next_on = add_months(today, page.months_until_review)
    stored = set_fields(page=page, by=by, fields={"reviewed_on": today, "review_on": next_on})
    Review.objects.create(page_id=page.pk, person=by, note=note, next_on=next_on)
    close(Affected.objects.open().filter(page=page.pk), stored, by)
    subject = f"page {page.pk}"
    record_audit(action="upkeep.still_right", subject=subject, person_id=by.pk)
    return stored


@transaction.atomic
def settle(*, page: HubPage, by: User | None) -> None:
    """Closes what the published page had to follow, as far as all of it was read on a later day."""
    waiting = Affected.objects.open().filter(page=page.pk).select_related("change")
    day = page.reviewed_on
    read = [row.pk for row in waiting if day and day > timezone.localdate(row.change.at)]
    close(Affected.objects.filter(pk__in=read), page, by)


def close(rows: QuerySet[Affected], page: HubPage, by: User | None) -> None:
    """Readers are warned no longer once nothing is open."""
    rows.update(closed_at=timezone.now(), closed_by=by)
    if not Affected.objects.open().filter(page=page.pk).exists():
        type(page).objects.filter(pk=page.pk).update(changed_below_on=None)
        page.changed_below_on = None
