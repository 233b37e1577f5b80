from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.access import access_certificate
from courses.badges.credential import revocation_list, signed_badge
from courses.badges.keys import key_set, signing_key
from hub.core.attachments import attached
from hub.core.missing import require


@require_safe
def badge_keys(request: HttpRequest) -> HttpResponse:
    """The public keys of this hub, by which anybody checks a badge."""
    return JsonResponse(key_set(keys_address(request)))


@require_safe
@never_cache
def revoked_badges(request: HttpRequest) -> HttpResponse:
    """For whoever was shown a badge; every badge names this address."""
    return JsonResponse(revocation_list(request.build_absolute_uri("/")))


@login_required
@require_safe
@never_cache
def badge(request: HttpRequest, code: str) -> HttpResponse:
    """For its holder, unless the certificate was revoked: a file can't be called back."""
    found = access_certificate(request.reader, code)
    require(found.revoked_at is None and signing_key() is not None)
    origin = request.build_absolute_uri("/")
    signed = signed_badge(found, origin=origin, keys_address=keys_address(request))
    return attached(signed, "application/vc+jwt", f"badge-{found.course.slug}.jwt")


def keys_address(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("courses:badge_keys"))
