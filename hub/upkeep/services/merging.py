"""Two pages that say the same become one. The address of the other leads there."""

from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from hub.access.pages import rule_of_page
from hub.access.services import record_audit
from hub.notices.models import Subscription
from hub.pages.models import HubPage
from hub.upkeep.enums import Why
from hub.upkeep.services.changes import open_change
from hub.users.models import User


class CannotMerge(Exception):
    """Live pages lie below the page, it is the target itself, or others may read the target."""


@transaction.atomic
def merge_pages(*, page: HubPage, into: HubPage, by: User, because: str) -> None:
    """Takes a page from its readers and sends them to another.

    Its followers follow that one, once they have been told. What rests on it is out of date until
    somebody read it again. Nothing is deleted: the page stays as a draft, with its history.
    Raises CannotMerge.
    """
    if not may_merge(page, into):
        raise CannotMerge
    lead_to(page, into)
    note = f"merged {timezone.now():%Y-%m-%d %H:%M:%S}"
    open_change(page=page, why=Why.MERGED, note=note, text=because, instead=into)
    hand_followers_over(page, into)
    page.unpublish(user=by, log_action=True)
    record_audit(
        action="upkeep.merged",
        subject=f"page {page.pk} into {into.pk}",
        person_id=by.pk,
        reason=because,
    )


def may_merge(page: HubPage, into: HubPage) -> bool:
    """The same people must be able to read both: the way there and the notice tell of both."""
    if page.pk == into.pk or not (page.live and into.live):
        return False
    same_readers = rule_of_page(page) == rule_of_page(into)
    return same_readers and not page.get_children().live().exists()


def lead_to(page: Page, into: Page) -> None:
    """From its address, and from those that led to it already, so that nobody is sent on twice."""
    Redirect.objects.filter(redirect_page=page).update(redirect_page=into)
    path = Redirect.normalise_path(page.relative_url(page.get_site()))
    Redirect.objects.update_or_create(
        old_path=path, site=None, defaults={"redirect_page": into, "is_permanent": False}
    )


def hand_followers_over(page: HubPage, into: HubPage) -> None:
    """Whoever follows both keeps one row."""
    rows = Subscription.objects.of(page.kind_name, page.pk)
    followers = list(rows.values_list("person_id", flat=True))
    Subscription.objects.bulk_create(
        (
            Subscription(person_id=person, kind=into.kind_name, object_id=into.pk)
            for person in followers
        ),
        ignore_conflicts=True,
    )
    rows.delete()
