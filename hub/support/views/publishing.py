from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.support.crumbs import to_work
from hub.support.forms import PublishForm
from hub.support.services import publish
from hub.support.showing import said_to_team
from hub.support.views.work import opened
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def publish_part(request: HttpRequest, request_id: int) -> HttpResponse:
    """The general part is written anew beside the private text, which is copied nowhere.

    Nothing is here where the asker did not agree; what is published already leads to its thread.
    """
    found = opened(request, request_id)
    require(found.may_publish)
    if found.thread:
        return redirect(found.thread)
    form = PublishForm(request.POST or None, request=found)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        thread = publish(request=found, by=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("The general part is in the forum, in your name."))
        return redirect(thread)
    context = {
        "asked": found,
        "said": said_to_team(found, found.messages.select_related("author")),
        "form": with_draft(request, form),
        "crumbs": to_work(found),
        "writer": writer_mark(request),
    }
    return render(request, "support/publish.html", context)
