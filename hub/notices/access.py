"""How the views come by what a person names. Forbidden equals missing."""

from dataclasses import dataclass
from typing import Any

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.notices.models import Notice
from hub.notices.offers import Offer, offer_of
from hub.notices.readable import known_kind


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that can be followed, and where it stands."""

    offer: Offer
    thing: Any
    url: str


def access_notice(notice_id: int, reader: Reader) -> Notice:
    """A notice to this reader. Raises Http404 for anybody else's."""
    mine = Notice.objects.filter(person_id=reader.user_id)
    return found(mine.filter(pk=notice_id).first() if reader.is_signed_in else None)


def access_offer(kind: str, object_id: int, reader: Reader) -> Offered:
    """A thing that this reader may see, and how it is followed. Raises Http404."""
    offer, known = found(offer_of(kind)), found(known_kind(kind))
    require(reader.is_signed_in)
    thing = found(known.readable(reader).filter(pk=object_id).first())
    return Offered(offer, thing, known.card(thing).url)
