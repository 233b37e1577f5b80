from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.directory.access import require_practitioner
from hub.forum.forms import PeopleForm
from hub.users.drafts import writer_required
from hub.users.limits import limited


@writer_required
@limited("suggest", reading=True)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Colleagues by part of a name, to tick whom to tell: a piece of the form for its script."""
    require_practitioner(request.reader)
    form = PeopleForm(request.GET, reader=request.reader)
    return render(request, "forum/partials/told.html", {"field": form["told"]})
