"""Searches that people keep."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.http import QueryDict
from django.utils.translation import gettext as _

from hub.users.models import User
from search.enums import Facet
from search.models import Entry, SavedSearch
from search.models.saved import LONGEST_QUERY

MOST_OF_A_PERSON = 30
KEPT = ("q", *Facet.values, "since", "exact", "without")


def kept_query(address: QueryDict) -> str:
    """What of an address makes the search, always in one order: no page, no order of results."""
    kept = QueryDict(mutable=True)
    for name in KEPT:
        values = sorted(set(filter(None, address.getlist(name))))
        if values:
            kept.setlist(name, values)
    return kept.urlencode()


def newest_entry() -> int:
    return Entry.objects.aggregate(newest=Max("pk"))["newest"] or 0


@transaction.atomic
def save_search(*, person: User, name: str, query: str) -> SavedSearch:
    """Keeps a search, or gives the one that is kept already another name.

    Raises ValidationError beyond thirty of a person, or for an address without end.
    """
    if len(query) > LONGEST_QUERY:
        raise ValidationError(_("This search is too long to keep. Use fewer words or filters."))
    User.objects.select_for_update().get(pk=person.pk)
    mine = SavedSearch.objects.filter(person=person)
    if mine.exclude(query=query).count() >= MOST_OF_A_PERSON:
        raise ValidationError(
            _("You can keep %(n)d searches. Delete one you no longer need.")
            % {"n": MOST_OF_A_PERSON}
        )
    saved, _new = SavedSearch.objects.update_or_create(
        person=person,
        query=query,
        defaults={"name": name},
        create_defaults={"name": name, "seen_up_to": newest_entry()},
    )
    return saved


def switch_alerts(*, saved: SavedSearch, on: bool) -> SavedSearch:
    """What came while they were off is not told of afterwards."""
    saved.sends_alerts = on
    saved.seen_up_to = newest_entry()
    saved.save(update_fields=["sends_alerts", "seen_up_to"])
    return saved


def delete_search(*, saved: SavedSearch) -> None:
    saved.delete()
