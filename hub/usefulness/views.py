from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hub.access.markings import show_marking
from hub.access.pages import rule_of_page
from hub.access.services import record_details_check
from hub.usefulness.access import access_page
from hub.usefulness.forms import UsefulForm
from hub.usefulness.services import present_version, say
from hub.users.limits import limited


@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def useful(request: HttpRequest, page_id: int) -> HttpResponse:
    """Whether a page is useful. Nobody has to sign in to say it, and nobody's name is kept."""
    page = access_page(request.reader, page_id)
    show_marking(request, rule_of_page(page))
    form = UsefulForm(request.POST or None, initial={"version": present_version(page)})
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        said = dict(form.cleaned_data)
        say(page=page, seen=said.pop("version"), **said)
        return redirect(f"{request.path}?thanks=1")
    context = {
        "form": form,
        "subject": page,
        "subject_url": page.get_url(request),
        "thanks": "thanks" in request.GET,
    }
    return render(request, "usefulness/useful.html", context)
