"""Guidance that an area or a group keeps for its own people."""

from collections.abc import Mapping

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from hub.access.enums import Marking
from hub.access.groups import group_for_area
from hub.access.services import mark_page
from hub.demo.loader.content import folder
from hub.demo.loader.guidance import guidance_page
from hub.demo.loader.pages import Shelf
from hub.guidance.models import GuidanceIndexPage
from hub.taxonomy.models import Area

Readers = Mapping[str, str]


def load_local(shelf: Shelf) -> None:
    """A page is closed in the transaction that makes it, so that nobody ever finds it open."""
    index = GuidanceIndexPage.objects.get()
    for fact in folder("local"):
        if fact["id"] not in shelf.pages:
            page = shelf.ensure(index, guidance_page(fact, shelf), fact)
            close(page, group_of(fact["readers"], shelf.groups))
            mark_page(page=page, level=Marking(fact.get("marking", Marking.OFFICIAL)), by_id=None)


def group_of(readers: Readers, groups: Mapping[str, Group]) -> Group:
    """The group that `{area: slug}` or `{group: key}` names."""
    if "area" in readers:
        return group_for_area(Area.objects.get(slug=readers["area"]))
    return groups[readers["group"]]


def close(page: Page, *groups: Group) -> None:
    made = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    made.groups.add(*groups)
