"""The gate before staff pages: signed in through allauth, with a second factor, role still held."""

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse

from hub.access.groups import sync_groups
from hub.access.second_factor import has_second_factor
from hub.users.drafts import sign_in_again
from hub.users.second_step import to_second_step

CMS_PERMISSION = "wagtailadmin.access_admin"


class StaffGateMiddleware:
    """Answers before the view of any address under STAFF_PATHS.

    Wagtail has sign-ins of its own that know no second factor; whoever came by one of them has no
    records of allauth and is signed out. It decides in `process_view`, so that a refusal is the
    same 404 as any other, with `request.reader` in place.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        if not request.path_info.startswith(tuple(settings.STAFF_PATHS)):
            return None
        answer = refusal(request)
        # The content policy asks for this.
        request.passed_staff_gate = answer is None
        return answer


def refusal(request: HttpRequest) -> HttpResponse | None:
    """The answer for someone who may not go on, or None. Raises Http404 for non-staff.

    Costs about six short queries, two of them the reader's, and writes only when a membership
    began or lapsed.
    """
    by_allauth = get_authentication_records(request, request.user)
    if request.user.is_authenticated and not by_allauth:
        logout(request)
    if not request.user.is_authenticated:
        return sign_in_again(request)
    # The reader of a session without a second factor has no powers; the person may.
    complete = has_second_factor(request)
    sync_groups(request.user, request.reader if complete else None)
    if not request.user.has_perm(CMS_PERMISSION):
        raise Http404
    if not complete:
        return to_second_step(request, request.get_full_path())
    return None
