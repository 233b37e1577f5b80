"""Where people can begin who have no words yet: the lists of the hub, and its themes."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.access.readers import Reader
from hub.access.registry import kinds
from hub.pages.listings import list_addresses
from search.enums import Facet
from search.models import Entry
from search.query.fields import Names


@dataclass(frozen=True, slots=True)
class ListLink:
    """A kind that has a list of its own, and the list's address."""

    title: str
    icon: str
    url: str


def lists(reader: Reader) -> list[ListLink]:
    """The lists that this reader may open, in the order of their kinds."""
    addresses: Mapping[type, str] = list_addresses(reader)
    found = [(kind, kind.list_url or addresses.get(kind.model, "")) for kind in kinds()]
    return [ListLink(str(kind.plural), kind.icon, str(url)) for kind, url in found if url]


def themes(reader: Reader, names: Names) -> list[Entry]:
    """The pages of themes, in the order of the themes. Two queries."""
    order = {slug: place for place, slug in enumerate(names[Facet.THEME])}
    pages = Entry.objects.readable_by(reader).filter(kind="theme")

    def place(entry: Entry) -> int:
        carried = entry.labels.slugs[Facet.THEME.value]
        return min((order[slug] for slug in carried if slug in order), default=len(order))

    return sorted(pages.select_related("text", "labels").order_by("text__title"), key=place)
