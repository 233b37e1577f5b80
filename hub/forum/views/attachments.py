from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hub.core.missing import require
from hub.forum.access import access_attachment
from hub.forum.views.threads import note_reading
from hub.pages.views.media import file_response


@require_safe
def attachment(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """A file of a post, to keep. Nothing is shown in the browser, and no cache holds it."""
    found = access_attachment(attachment_id, request.reader)
    require(found.file.storage.exists(found.file.name))
    note_reading(request, found.post.thread)
    response = file_response(found.file.name)
    response["Content-Disposition"] = f'attachment; filename="{found.name}"'
    response["Cache-Control"] = "private, no-store"
    return response
