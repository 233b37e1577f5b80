from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.services import record_details_check
from hub.users.limits import limited
from search.learning.answers import access_answer
from search.learning.forms import MissedForm
from search.learning.recording import note_missed, note_opened


@limited("opened", reading=True)
@require_safe
@never_cache
def opened(_request: HttpRequest, answer: str, place: int) -> HttpResponse:
    """A script of the results page says which place of its list is being opened."""
    known = access_answer(answer)
    if not known.first <= place <= known.last:
        raise Http404
    note_opened(search=known.search, place=place)
    return HttpResponse(status=204)


@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def missed(request: HttpRequest, answer: str) -> HttpResponse:
    """That the results weren't what somebody needed, and what was, if they say it."""
    known = access_answer(answer)
    form = MissedForm(request.POST or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        note_missed(search=known.search, wanted=form.cleaned_data["wanted"])
        return redirect(f"{request.path}?thanks=1")
    context = {
        "form": form,
        "query": known.search.words,
        "thanks": "thanks" in request.GET,
        "crumbs": [(_("Search"), reverse("search:results"))],
    }
    return render(request, "search/missed.html", context)
