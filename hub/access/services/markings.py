from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page

from hub.access.enums import Marking
from hub.access.models import CollectionMarking, PageMarking
from hub.access.pages import marking_above, marking_of_page
from hub.access.services.audit import record_audit


@transaction.atomic
def mark_page(*, page: Page, level: Marking, by_id: int | None, reason: str = "") -> None:
    """Marks a page and all that lies below it, from this moment on.

    Nothing is written where the page bears this marking already, be it from above. Raises
    ValidationError for a level below that of the page above.
    """
    if marking_of_page(page) == level:
        return
    if marking_above(page) != level == Marking.OFFICIAL:
        raise ValidationError(_("A page can't be marked lower than the page above it."))
    PageMarking.objects.update_or_create(page_id=page.pk, defaults={"level": level})
    record_audit(
        action=f"marking.{level}", subject=f"page {page.pk}", person_id=by_id, reason=reason
    )


@transaction.atomic
def mark_collection(
    *, collection: Collection, level: Marking, by_id: int | None
) -> CollectionMarking:
    """Marks the images and documents of a collection, and of those inside it, from now on."""
    row, _made = CollectionMarking.objects.update_or_create(
        collection=collection, defaults={"level": level}
    )
    record_audit(action=f"marking.{level}", subject=f"collection {collection.pk}", person_id=by_id)
    return row


def is_marked(page: Page) -> bool:
    return PageMarking.objects.sensitive().filter(page_id=page.pk).exists()


@transaction.atomic
def keep_marking(*, page: Page, below: Page | None = None, by_id: int | None = None) -> None:
    """Gives a page as its own what it bears from above or from its source, before it leaves them.

    With `below`, only where the page that it moves to bears less.
    """
    if marking_of_page(page) == Marking.OFFICIAL or is_marked(page):
        return
    if below is not None and marking_of_page(below) == Marking.OFFICIAL_SENSITIVE:
        return
    level = Marking.OFFICIAL_SENSITIVE
    PageMarking.objects.update_or_create(page_id=page.pk, defaults={"level": level})
    record_audit(action="marking.kept", subject=f"page {page.pk}", person_id=by_id)


@transaction.atomic
def copy_markings(*, source: Page, copy: Page, by_id: int | None) -> None:
    """Marks a copied page, and the copies of what lies below it, like what they were copied from.

    A copy has its pages in the same order as its source. Three queries where nothing is marked.
    """
    marked = set(
        PageMarking.objects.sensitive()
        .filter(page__path__startswith=source.path)
        .values_list("page_id", flat=True)
    )
    if marking_of_page(source) == Marking.OFFICIAL_SENSITIVE:
        marked.add(source.pk)
    if not marked:
        return
    copies = copy.get_descendants(inclusive=True)
    originals = source.get_descendants(inclusive=True).values_list("pk", flat=True)
    for original, page in zip(originals, copies, strict=False):
        if original in marked:
            mark_page(
                page=page, level=Marking.OFFICIAL_SENSITIVE, by_id=by_id, reason="copied with it"
            )
