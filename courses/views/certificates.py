"""The public page of a certificate. It says as little as proof needs."""

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.access import access_certificate
from hub.core.dates import long_date


@require_safe
@never_cache
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Wrong and revoked codes get one answer, so that nobody learns which it was."""
    found = access_certificate(code)
    if found is None:
        return render(request, "courses/certificate_unconfirmed.html")
    until = found.valid_until
    context = {
        "certificate": found,
        "is_valid": found.is_valid(),
        "is_mine": request.reader.is_signed_in and request.reader.user_id == found.person_id,
        "facts": [
            (_("Passed on"), long_date(found.issued_at)),
            (_("Valid until"), long_date(until) if until else _("It doesn't run out")),
        ],
        "check_url": request.build_absolute_uri(request.path),
        "qr": qr_image(request.build_absolute_uri(request.path)),
    }
    return render(request, "courses/certificate.html", context)


def qr_image(address: str) -> str:
    drawing = segno.make(address, error="m").svg_data_uri(dark="#0d3a36", border=2)
    return format_html(
        '<img class="cg-certificate__qr" src="{}" alt="{}" width="120" height="120">',
        drawing,
        _("QR code that leads to this page"),
    )
