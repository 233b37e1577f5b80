"""What a sanction keeps people from: writing, or writing without their name."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hub.forum.crumbs import FORUM
from hub.forum.enums import Measure
from hub.forum.models import Sanction

View = Callable[..., HttpResponse]


def may_write(view: View) -> View:
    """Tells somebody who is suspended until when, and shows what they typed. One query.

    Stands below `writer_required`, above whatever makes or changes a post.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = latest_of(request.user.pk, Measure.SUSPEND)
        if found is None:
            return view(request, *args, **kwargs)
        typed = request.POST.get("body", "")
        context = {"sanction": found, "typed": typed, "crumbs": [FORUM]}
        return render(request, "forum/suspended.html", context, status=403)

    return wrapped


def refuse_anonymous(form: Form, person_id: int) -> None:
    """Somebody whose posts all wait signs them: that one waits would tell whose it is."""
    wanted = form.is_valid() and form.cleaned_data.get("anonymous")
    if wanted and is_restricted(person_id):
        form.add_error(
            "anonymous", _("While a moderator looks at your posts first, they need your name.")
        )


def is_restricted(person_id: int) -> bool:
    return latest_of(person_id, Measure.RESTRICT) is not None


def latest_of(person_id: int, measure: Measure) -> Sanction | None:
    """The one in force that ends last."""
    found = Sanction.objects.in_force().of(person_id).filter(measure=measure)
    return found.order_by("-ends_on", "-pk").first()
