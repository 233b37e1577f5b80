"""The one door to uploaded files. Anything that isn't an image or document of ours is missing."""

import mimetypes
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse

from hub.access.markings import show_marking
from hub.access.rules import EVERYONE
from hub.pages.stored import access_stored

INLINE_TYPES = frozenset({"image/gif", "image/jpeg", "image/png", "image/webp", "application/pdf"})


def serve_media(request: HttpRequest, path: str) -> HttpResponse:
    """A file by its stored name. Raises Http404 for all that isn't this reader's to open."""
    wanted = access_stored(request.reader, path)
    show_marking(request, wanted)
    response = file_response(path)
    public = wanted == EVERYONE
    response["Cache-Control"] = "public, max-age=3600" if public else "private, no-store"
    return response


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
