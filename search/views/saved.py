from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.users.limits import limited
from search.access import access_saved
from search.forms import SaveForm
from search.models import SavedSearch
from search.saving import delete_search, save_search, switch_alerts


@login_required
@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    rows = SavedSearch.objects.filter(person_id=request.reader.user_id)
    return render(request, "search/saved.html", {"rows": rows})


@login_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """A name for the search in the address, then it is kept."""
    if request.method != "POST":
        return show(request, SaveForm.of(request.GET))
    form = SaveForm(request.POST)
    record_details_check(outcome=form.details_outcome)
    if not form.is_valid():
        return show(request, form)
    try:
        save_search(person=request.user, name=form.cleaned_data["name"], query=form.query)
    except ValidationError as error:
        form.add_error("name", error)
        return show(request, form)
    messages.success(request, _("Your search is kept. We'll tell you what is new for it."))
    return redirect("search:saved")


def show(request: HttpRequest, form: SaveForm) -> HttpResponse:
    return render(request, "search/save.html", {"form": form})


@login_required
@require_POST
def alerts(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Switches them on or off, whichever they aren't."""
    mine = access_saved(saved_id, request.reader)
    switch_alerts(saved=mine, on=not mine.sends_alerts)
    return redirect("search:saved")


@login_required
@require_POST
def delete(request: HttpRequest, saved_id: int) -> HttpResponse:
    delete_search(saved=access_saved(saved_id, request.reader))
    messages.success(request, _("The search is deleted."))
    return redirect("search:saved")
