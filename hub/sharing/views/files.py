"""Files of one's own examples."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.core.missing import require
from hub.pages.views.media import file_response
from hub.sharing.access import access_file, access_own
from hub.sharing.models import SharedFile
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import take_off
from hub.users.drafts import writer_required
from hub.users.limits import limited


@writer_required
@require_safe
def own_file(request: HttpRequest, example_id: int, file_id: int) -> HttpResponse:
    return to_keep(access_file(access_own(example_id, request.reader), file_id))


def to_keep(file: SharedFile) -> HttpResponse:
    """The file, saved and never opened in the browser, and held by no cache."""
    require(file.file.storage.exists(file.file.name))
    response = file_response(file.file.name)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@writer_required
@limited("draft")
@require_POST
def remove(request: HttpRequest, example_id: int, file_id: int) -> HttpResponse:
    file = access_file(access_own(example_id, request.reader), file_id)
    try:
        take_off(file=file)
    except Overtaken as meanwhile:
        messages.error(request, str(meanwhile))
        return redirect(file.example)
    messages.success(request, _("The file is taken off."))
    slug = "pictures" if file.is_picture else "files"
    return redirect("sharing:question", example_id, slug)
