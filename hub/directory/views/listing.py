from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hub.access.services import record_details_check
from hub.directory.crumbs import PEOPLE
from hub.directory.forms import ListingForm
from hub.directory.models import Listing
from hub.directory.people import holds_lead, is_verified
from hub.directory.services import leave_directory, save_listing
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited
from hub.users.views import me


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("write")
def own_listing(request: HttpRequest) -> HttpResponse:
    """One's own entry. Somebody who isn't verified can only leave: nobody would be shown it."""
    listing = Listing.objects.filter(person=me(request)).first()
    verified = is_verified(request.reader)
    data = request.POST if request.method == "POST" and verified else None
    form = ListingForm(data, initial=values_of(listing), has_name=bool(me(request).name))
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        saved = save_listing(person=me(request), **form.cleaned_data)
        forget_draft(request)
        messages.success(request, said(saved))
        return redirect("people:listing")
    context = {
        "form": with_draft(request, form) if verified else None,
        "listing": listing,
        "leads": holds_lead(me(request)),
        "writer": writer_mark(request),
        "crumbs": [PEOPLE],
    }
    return render(request, "directory/listing.html", context)


def values_of(listing: Listing | None) -> dict[str, object]:
    if listing is None:
        return {}
    fields = ("is_listed", "work_name", "helps_with")
    return {name: getattr(listing, name) for name in fields} | {"themes": listing.themes.all()}


def said(listing: Listing) -> str:
    if listing.is_listed:
        return _("Saved. Verified practitioners can find you now.")
    return _("Saved. You're not on the list of practitioners.")


@login_required
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    leave_directory(person=me(request))
    messages.success(request, _("You're off the list of practitioners."))
    return redirect("people:listing")
