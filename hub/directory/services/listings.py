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

    A work name stays, so that nobody they have written to learns the name behind it; a dedicated
    lead is still found as one, so that the words of a lead stay too.
    """
    mine = Listing.objects.filter(person=person).first()
    if mine is None:
        return
    if not holds_lead(person):
        if not mine.work_name:
            mine.delete()
            return
        mine.helps_with = ""
        mine.themes.clear()
    mine.is_listed = False
    mine.save()
