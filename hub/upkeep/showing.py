"""What changed, as far as somebody may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.access.pages import sensitive_pages
from hub.access.readers import Reader
from hub.access.registry import Card
from hub.pages.boards import changeable_by
from hub.pages.citations import page_names
from hub.upkeep.models import Change
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class Told:
    """`card` is None for who may not read the page. The words of a sensitive page stay there."""

    card: Card | None = None
    text: str = ""


def told_of(changes: Iterable[Change], reader: Reader, user: User | None = None) -> dict[int, Told]:
    """By change. A page that isn't published any more is told to the user who may change it."""
    listed = list(changes)
    pages = Page.objects.filter(pk__in=[change.page_id for change in listed])
    cards = dict(page_names(pages, reader))
    if user:
        cards = drafts(pages, user) | cards
    sensitive = sensitive_pages([change.page_id for change in listed])
    return {
        change.pk: Told(card, "" if change.page_id in sensitive else change.text)
        for change in listed
        if (card := cards.get(change.page.translation_key))
    }


def drafts(pages: PageQuerySet, user: User) -> dict[UUID, Card]:
    """Each leads to its editor."""
    mine = (pages & changeable_by(user)).filter(live=False)
    rows = mine.values_list("translation_key", "pk", "draft_title")
    return {
        key: Card("", title, reverse("wagtailadmin_pages:edit", args=[pk]))
        for key, pk, title in rows
    }
