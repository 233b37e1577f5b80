"""The one way to an uploaded file by its stored name."""

from django.core.files.storage import default_storage
from django.http import Http404

from hub.access.collections import rule_of_collection
from hub.access.readers import Reader
from hub.access.rules import Rule
from hub.access.services import record_view
from hub.pages.models import HubDocument, HubImage, HubRendition


def access_stored(reader: Reader, path: str) -> Rule:
    """The rule of a file that this reader may open, decided by its collection. Raises Http404.

    Costs up to three look-ups by file name and two queries for the collection's rule; one or two
    more for the record of who saw what isn't open to everyone.
    """
    item = item_stored_at(path)
    if item is None:
        raise Http404
    wanted = rule_of_collection(item.collection)
    if not reader.may_read(wanted) or not default_storage.exists(path):
        raise Http404
    kind = "image" if isinstance(item, HubImage) else "document"
    record_view(reader=reader, rule=wanted, action=f"{kind}.viewed", subject=f"{kind} {item.pk}")
    return wanted


def item_stored_at(path: str) -> HubImage | HubDocument | None:
    """The image or document stored under this name, or the image of a rendition that is."""
    rendition = HubRendition.objects.select_related("image__collection").filter(file=path).first()
    if rendition:
        return rendition.image
    for model in (HubImage, HubDocument):
        item = model.objects.select_related("collection").filter(file=path).first()
        if item:
            return item
    return None
