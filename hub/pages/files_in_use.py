"""Files on closed pages: none of them may be open to more people than the page."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Collection, Page

from hub.access.collections import rule_of_collection
from hub.access.restrictions import page_restrictions
from hub.access.rules import Rule, is_no_wider
from hub.access.shown_names import shown_name
from hub.pages.references import MEDIA, Reference, references

USED_BY_FEWER = _(
    "A page that fewer people may open shows this file. Choose a collection that is as closed as "
    "that page."
)

Media = AbstractImage | AbstractDocument


def media_in(found: Iterable[Reference]) -> dict[str, list[Media]]:
    """The images and documents among what is pointed at, by field. One query for each."""
    media: dict[str, list[Media]] = {}
    for reference in dict.fromkeys(replace(item, block="") for item in found):
        item = reference.thing() if issubclass(reference.model, MEDIA) else None
        if item is not None:
            media.setdefault(reference.field, []).append(item)
    return media


def fits(item: Media, wanted: Rule) -> bool:
    return is_no_wider(rule_of_collection(item.collection), wanted)


def wider_files(page: Page, wanted: Rule) -> list[str]:
    """The titles of the published files of a page that more people may open than `wanted`."""
    if not wanted:
        return []
    media = chain.from_iterable(media_in(references(page)).values())
    return [shown_name(item) for item in media if not fits(item, wanted)]


def is_used_by_fewer(item: Media, collection: Collection) -> bool:
    """Whether a published page shows the file that not all may open whom the collection lets in.

    Reads the pages that are closed to some of them: for when a file changes its place.
    """
    offered = rule_of_collection(collection)
    closed = [r for r in page_restrictions() if not is_no_wider(offered, frozenset({r.clause}))]
    if not closed:
        return False
    places = reduce(or_, (Q(path__startswith=restriction.path) for restriction in closed))
    return any(
        (found.model, found.pk) == (type(item), str(item.pk))
        for page in Page.objects.live().filter(places).specific()
        for found in references(page)
    )


def changes_place(item: Media) -> bool:
    """Whether the file is stored in another collection than it is to be in. One query."""
    kept = type(item)._default_manager.filter(pk=item.pk)
    return item.pk is not None and kept.exclude(collection_id=item.collection_id).exists()


def keep_files_of_closed_pages(
    request: HttpRequest, action: str, things: Iterable[Any], view: Any
) -> HttpResponse | None:
    """A hook: many files are moved at once without being asked one by one."""
    if action != "add_to_collection":
        return None
    collection = view.cleaned_form.cleaned_data["collection"]
    if any(is_used_by_fewer(item, collection) for item in things):
        messages.error(request, str(USED_BY_FEWER))
        return redirect(view.next_url)
    return None
