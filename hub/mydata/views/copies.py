from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.access.services import record_audit
from hub.mydata.access import access_copy
from hub.mydata.models import DataCopy
from hub.mydata.services import ask_for_copy
from hub.pages.views.media import file_response
from hub.users.limits import limited
from hub.users.views import me


@login_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Copies under way and ready, and the way to erase the account. One query."""
    mine = list(DataCopy.objects.of(me(request).pk))
    now = timezone.now()
    context = {
        "waiting": [copy for copy in mine if copy.made_at is None],
        "ready": [copy for copy in mine if copy.expires_at is not None and copy.expires_at > now],
    }
    return render(request, "mydata/data.html", context)


@login_required
@require_POST
@reauthentication_required
@limited("export")
def ask(request: HttpRequest) -> HttpResponse:
    ask_for_copy(person=me(request))
    messages.success(request, _("Your copy is being made. We tell you when it is ready."))
    return redirect("mydata:data")


@login_required
@require_safe
def download(request: HttpRequest, code: str) -> HttpResponse:
    """The file, after another look at who is there. Somebody else's copy is missing before that."""
    return send(request, access_copy(code, request.reader))


@reauthentication_required
def send(request: HttpRequest, copy: DataCopy) -> HttpResponse:
    record_audit(action="copy.fetched", subject=f"copy {copy.pk}", person_id=copy.person_id)
    response = file_response(copy.file.name)
    response["Content-Disposition"] = 'attachment; filename="your-data.zip"'
    return response
