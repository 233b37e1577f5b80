"""What a sanction keeps people from: writing, or writing without their name."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hub.access.readers import Reader
from hub.forum.crumbs import FORUM
from hub.forum.enums import Measure
from hub.forum.models import Sanction
from hub.users.drafts import kept_texts

View = Callable[..., HttpResponse]
# Fields in which people put something into words.
TEXTS = ("title", "body", "options", "place", "link")


def may_write(view: View) -> View:
    """Tells somebody who is suspended until when, and shows what they typed. One query.

    Stands below `writer_required`, above whatever makes or changes a post.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = suspension_of(request.reader)
        if found is None:
            return view(request, *args, **kwargs)
        context = {"sanction": found, "typed": typed_texts(request), "crumbs": [FORUM]}
        return render(request, "forum/suspended.html", context, status=403)

    return wrapped


def suspension_of(reader: Reader) -> Sanction | None:
    """What keeps this reader from writing. One query, for people who are signed in."""
    return latest_of(reader.user_id, Measure.SUSPEND) if reader.user_id else None


def typed_texts(request: HttpRequest) -> list[str]:
    """What was typed into a form of the forum, now or before the session ended."""
    typed = kept_texts(request) if request.method != "POST" else request.POST
    texts = (typed.get(name, "") for name in TEXTS)
    return [text for text in texts if text]


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
