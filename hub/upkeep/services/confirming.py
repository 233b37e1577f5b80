"""Somebody read a page again: it is still right, or has been put right."""

from django.db import transaction
from django.utils import timezone

from hub.access.services import record_audit
from hub.core.dates import add_months
from hub.pages.models import HubPage
from hub.upkeep.enums import Outcome
from hub.upkeep.models import Affected, Review
from hub.upkeep.services.deciding import close, release
from hub.upkeep.services.fields import AnyHubPage, set_fields
from hub.users.models import User


@transaction.atomic
def confirm_page(*, page: AnyHubPage, by: User, note: str = "") -> AnyHubPage:
    """Still right: reviewed today, due again when its kind says, and no longer out of date."""
    today = timezone.localdate()
    waiting = Affected.objects.open().near().filter(page=page.pk)
    if said_just_now(page, by, note) and not waiting.exists():
        return page
    next_on = add_months(today, page.months_until_review)
    stored = set_fields(page=page, by=by, fields={"reviewed_on": today, "review_on": next_on})
    Review.objects.create(page_id=page.pk, person=by, note=note, next_on=next_on)
    close(waiting, Outcome.STILL_RIGHT, by=by, note=note)
    release(page.kind_name, page.pk)
    stored.refresh_from_db(fields=["changed_below_on"])
    subject = f"page {page.pk}"
    record_audit(action="upkeep.still_right", subject=subject, person_id=by.pk)
    return stored


def said_just_now(page: HubPage, by: User, note: str) -> bool:
    """The button was pressed twice."""
    last = Review.objects.of(page.pk).first()
    same = last is not None and (last.person_id, last.note) == (by.pk, note)
    return same and page.reviewed_on == timezone.localdate()


@transaction.atomic
def settle(*, page: HubPage, by: User | None) -> None:
    """Closes what the published page had to follow, as far as all of it was read on a later day."""
    waiting = Affected.objects.open().near().filter(page=page.pk).select_related("change")
    day = page.reviewed_on
    read = [row.pk for row in waiting if day and day > timezone.localdate(row.change.at)]
    close(Affected.objects.filter(pk__in=read), Outcome.PUT_RIGHT, by=by)
    page.refresh_from_db(fields=["changed_below_on"])
