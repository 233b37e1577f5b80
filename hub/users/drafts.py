"""What was typed survives a session that ended meanwhile, a stale form, and a limit.

A form carries a signed mark of who it was shown to. A POST that goes no further keeps the typed
text in the session; the same person, and nobody else at the same computer, finds it in the form
again. Every form where people write uses this:

    @writer_required                     above the view, instead of login_required
    context["writer"] = writer_mark(request)   and in the form the hidden field `writer`
    form = with_draft(request, Form())   where the form is shown unsent
    forget_draft(request)                where it was sent
"""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.forms import BooleanField, Form, MultipleChoiceField
from django.forms.models import ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _

SALT = "users.writer"
KEY = "drafts"
# Of one form: a long post and its short fields. What is longer is cut.
MOST_CHARACTERS = 60_000
NEVER_KEPT = ("csrfmiddlewaretoken", "writer", "password", "code", "credential")
MANY = (MultipleChoiceField, ModelMultipleChoiceField)

View = Callable[..., HttpResponse]


def writer_mark(request: HttpRequest) -> str:
    """Goes into each form as the hidden field `writer`."""
    return signing.dumps(request.user.pk, salt=SALT)


def writer_required(view: View) -> View:
    """Sends people who aren't signed in to sign in, and keeps what they typed.

    A script that asks for JSON gets 401 with the address to sign in at.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if not request.accepts("text/html"):  # a script, which tells it in the page
            keep_draft(request)
            return JsonResponse({"sign_in": login_from(request).url}, status=401)
        return sign_in_again(request)

    return wrapped


def sign_in_again(request: HttpRequest) -> HttpResponseRedirect:
    """The way to signing in and back; it says so where something typed is kept."""
    if keep_draft(request):
        messages.info(request, _("You were signed out. What you typed is kept: sign in to go on."))
    return login_from(request)


def login_from(request: HttpRequest) -> HttpResponseRedirect:
    return redirect_to_login(request.get_full_path())


def keep_draft(request: HttpRequest) -> bool:
    """Keeps the typed fields under the form's address, for the person it was shown to.

    False where the POST isn't from one of our forms.
    """
    try:
        writer = signing.loads(request.POST.get("writer", ""), salt=SALT)
    except signing.BadSignature:
        return False
    request.session[KEY] = {"writer": writer, "path": request.path, "typed": typed_in(request)}
    return True


def typed_in(request: HttpRequest) -> dict[str, list[str]]:
    left, kept = MOST_CHARACTERS, {}
    for name, values in request.POST.lists():
        if any(part in name for part in NEVER_KEPT):
            continue
        kept[name] = [value[:left] for value in values]
        left = max(0, left - sum(map(len, kept[name])))
    return kept


def with_draft(request: HttpRequest, form: Form) -> Form:
    """Puts a kept text into a form that wasn't sent. The draft stays until the form is sent."""
    if not form.is_bound and has_draft(request):
        fill(form, request.session[KEY]["typed"])
    return form


def has_draft(request: HttpRequest) -> bool:
    """Whether something this person typed at this address is kept."""
    kept = request.session.get(KEY)
    return bool(kept) and kept["path"] == request.path and kept["writer"] == request.user.pk


def kept_texts(request: HttpRequest) -> dict[str, str]:
    """What this person typed at this address, for a page that has no form to put it into."""
    if not has_draft(request):
        return {}
    return {name: values[0] for name, values in request.session[KEY]["typed"].items() if values}


def fill(form: Form, typed: Mapping[str, Sequence[str]]) -> None:
    """Shows typed values in an unsent form, as the browser had sent them."""
    for name, field in form.fields.items():
        values = typed.get(form.add_prefix(name), [])
        if isinstance(field, MANY):
            form.initial[name] = values
        elif isinstance(field, BooleanField):  # a browser sends only those that are ticked
            form.initial[name] = bool(values)
        elif values:
            form.initial[name] = values[0]


def forget_draft(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
