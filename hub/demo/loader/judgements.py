"""What some searches should find, as editors of the demonstration judged it."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from hub.demo.loader.content import facts
from search.models import JudgedQuery, JudgedThing


@transaction.atomic
def load_judgements(addresses: Mapping[str, str]) -> None:
    """Adds the searches that aren't there yet, without what the demonstration has no page for."""
    known = set(JudgedQuery.objects.values_list("query", flat=True))
    for fact in facts("search_judgements"):
        if fact["query"] in known:
            continue
        judged = JudgedQuery(query=fact["query"], note=fact["intent"][:140])
        things = [
            JudgedThing(judged=judged, address=addresses[item["id"]], grade=item["grade"])
            for item in fact["relevant"]
            if item["id"] in addresses
        ]
        found = [thing for thing in things if is_found(thing)]
        if found:
            judged.save()
            for thing in found:
                thing.judged = judged
                thing.save()


def is_found(thing: JudgedThing) -> bool:
    """Whether everybody finds it."""
    try:
        thing.find()
    except ValidationError:
        return False
    return True
