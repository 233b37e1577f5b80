"""What was typed survives a session that ended meanwhile.

A form carries a signed mark of who it was shown to. A POST by somebody who is signed out keeps the
typed text in the new session; after signing in, the same person, and nobody else at the same
computer, finds it in the form again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.forms import Form, ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from hub.forum.models.post import LONGEST_BODY

SALT = "forum.writer"
KEY = "forum.drafts"
KEPT_FIELDS = ("title", "body", "space", "themes", "about", "version", "reason", "note")

View = Callable[..., HttpResponse]


def writer_mark(request: HttpRequest) -> str:
    """Goes into each form as the hidden field `writer`."""
    return signing.dumps(request.user.pk, salt=SALT)


def writer_required(view: View) -> View:
    """Sends people who aren't signed in to sign in, and keeps what they typed."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST" and keep_draft(request):
            messages.info(
                request, _("You were signed out. What you typed is kept: sign in to go on.")
            )
        return redirect_to_login(request.get_full_path())

    return wrapped


def keep_draft(request: HttpRequest) -> bool:
    """Keeps the typed fields under the form's address, for the person it was shown to.

    False where the POST isn't from one of our forms.
    """
    try:
        writer = signing.loads(request.POST.get("writer", ""), salt=SALT)
    except signing.BadSignature:
        return False
    typed = {
        name: [value[:LONGEST_BODY] for value in request.POST.getlist(name)]
        for name in KEPT_FIELDS
        if name in request.POST
    }
    request.session[KEY] = {"writer": writer, "path": request.path, "typed": typed}
    return True


def with_draft(request: HttpRequest, form: Form) -> Form:
    """Puts a kept text into an unsent form. The draft stays until the form is sent."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path or kept["writer"] != request.user.pk:
        return form
    for name, values in kept["typed"].items():
        field = form.fields.get(name)
        if isinstance(field, ModelMultipleChoiceField):
            form.initial[name] = values
        elif field is not None:
            form.initial[name] = (values or [""])[0]
    return form


def forget_draft(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
