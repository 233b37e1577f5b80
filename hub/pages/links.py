"""Links to pages in rich text: all that one page holds are looked up together."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.core.numbers import row_id
from hub.core.per_request import once_per_request
from hub.pages.addresses import address_of
from hub.pages.references import references


@dataclass(frozen=True, slots=True)
class Target:
    """What a link needs of its page: the tree path for access, the address for the reader."""

    path: str
    url: str
    live: bool


def targets_of(pages: PageQuerySet) -> list[tuple[int, Target]]:
    """The id and the target of each page. One query."""
    rows = pages.values_list("pk", "path", "url_path", "live")
    return [(pk, Target(path, address_of(url_path), live)) for pk, path, url_path, live in rows]


@once_per_request
def known_targets() -> dict[str, Target | None]:
    """Targets by page id, filled as links are met; lasts for one reading request."""
    return {}


def look_up(page_ids: Iterable[object]) -> dict[str, Target | None]:
    """The targets of these pages, by id; None where there is no such page. One query, or none."""
    known = known_targets()
    missing = {str(pk) for pk in page_ids} - known.keys()
    if missing:
        known |= dict.fromkeys(missing)
        pages = Page.objects.filter(pk__in=[*filter(None, map(row_id, missing))])
        known |= {str(pk): target for pk, target in targets_of(pages)}
    return known


def look_up_links_of(page: Page) -> None:
    """Looks up in one query what all rich text of a page links to, before it is drawn."""
    look_up(item.pk for item in references(page) if issubclass(item.model, Page))
