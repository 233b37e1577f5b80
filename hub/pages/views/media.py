"""The one door to uploaded files. Anything that isn't an image or document of ours is missing."""

import mimetypes
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from hub.access.collections import rule_of_collection
from hub.access.markings import show_marking
from hub.access.rules import EVERYONE
from hub.access.services import record_view
from hub.pages.models import HubDocument, HubImage, HubRendition

INLINE_TYPES = frozenset({"image/gif", "image/jpeg", "image/png", "image/webp", "application/pdf"})


def serve_media(request: HttpRequest, path: str) -> HttpResponse:
    """A file by its stored name, decided by its collection. Raises Http404 for all else.

    Costs up to three look-ups by file name and two queries for the collection's rule; one or two
    more for the record of who saw what isn't open to everyone.
    """
    item = item_stored_at(path)
    if item is None:
        raise Http404
    wanted = rule_of_collection(item.collection)
    if not request.reader.may_read(wanted) or not default_storage.exists(path):
        raise Http404
    kind = "image" if isinstance(item, HubImage) else "document"
    subject = f"{kind} {item.pk}"
    record_view(reader=request.reader, rule=wanted, action=f"{kind}.viewed", subject=subject)
    show_marking(request, wanted)
    response = file_response(path)
    public = wanted == EVERYONE
    response["Cache-Control"] = "public, max-age=3600" if public else "private, no-store"
    return response


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


def file_response(path: str) -> HttpResponse:
    """The file itself, or in production a word to the web server, which sends it."""
    content_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    inline = content_type in INLINE_TYPES
    if settings.MEDIA_ACCEL_PREFIX:
        response = HttpResponse(content_type=content_type)
        response["X-Accel-Redirect"] = f"{settings.MEDIA_ACCEL_PREFIX}{path}"
    else:
        response = FileResponse(default_storage.open(path), content_type=content_type)
    name = PurePosixPath(path).name
    response["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
