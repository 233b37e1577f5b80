from collections.abc import Iterable

from django.db import transaction

from hub.directory.models import Listing
from hub.directory.people import holds_lead
from hub.taxonomy.models import Theme
from hub.users.models import User


@transaction.atomic
def save_listing(
    *,
    person: User,
    is_listed: bool,
    work_name: str,
    helps_with: str,
    themes: Iterable[Theme],
) -> Listing:
    """Keeps what somebody lets the directory say of them. It counts at the next request."""
    values = {"is_listed": is_listed, "work_name": work_name, "helps_with": helps_with}
    listing, _ = Listing.objects.update_or_create(person=person, defaults=values)
    listing.themes.set(themes)
    return listing


@transaction.atomic
def leave_directory(*, person: User) -> None:
    """Takes somebody off the list of practitioners at once, and forgets what it said.

    A dedicated lead is still found as one, so that the work name and the words of a lead stay.
    """
    mine = Listing.objects.filter(person=person)
    if holds_lead(person):
        mine.update(is_listed=False)
    else:
        mine.delete()
