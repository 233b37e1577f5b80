from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hub.directory.access import require_practitioner
from hub.forum.forms import PeopleForm
from hub.users.drafts import writer_required
from hub.users.limits import limited


@writer_required
@limited("suggest", reading=True)
@require_safe
@vary_on_headers("HX-Request")
def people(request: HttpRequest) -> HttpResponse:
    """Colleagues by part of a name, to tick whom to tell: a piece of the form for its script.

    Whoever comes here otherwise finds the directory.
    """
    require_practitioner(request.reader)
    if not request.htmx:
        return redirect("people:colleagues")
    form = PeopleForm(request.GET, reader=request.reader)
    return render(request, "forum/partials/told.html", {"field": form["told"]})
