from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.support.crumbs import SUPPORT
from hub.support.forms import AskDeskForm
from hub.support.services import ask_desk
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    form = AskDeskForm(request.POST or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        asked = ask_desk(asker=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Your request is with the team. We'll tell you of an answer."))
        return redirect(asked)
    context = {
        "form": with_draft(request, form),
        "crumbs": [SUPPORT],
        "writer": writer_mark(request),
    }
    return render(request, "support/ask.html", context)
