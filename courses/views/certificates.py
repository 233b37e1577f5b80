"""Certificates: whole for whom they were issued to, a yes or no for everybody else."""

from typing import Any

import segno
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import access_certificate, access_renewal
from courses.badges.keys import signing_key
from courses.forms import CheckForm
from courses.models import Certificate
from courses.services.confirming import confirm_certificate
from courses.views.signing_in import sign_in_address
from courses.wording import certificate_facts
from hub.core.missing import require
from hub.core.pdf import can_make_pdfs, pdf_of, pdf_response
from hub.users.limits import limited


@require_safe
@never_cache
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever isn't its holder gets the form, the same for any code."""
    try:
        found = access_certificate(request.reader, code)
    except Http404:
        form = CheckForm(initial={"number": code})
        address = "" if request.reader.is_signed_in else sign_in_address(request.path)
        return show_check(request, form, sign_in_url=address)
    context = {
        **printed(request, found),
        "is_valid": found.is_valid(),
        "has_pdf": can_make_pdfs(),
        "has_badge": signing_key() is not None,
        "renews": access_renewal(request.reader, found),
    }
    context["qr"] = qr_image(context["qr"])
    return render(request, "courses/certificate.html", context)


@login_required
@require_safe
@never_cache
@limited("pdf", reading=True)
def certificate_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """For its holder, unless it was revoked: paper can't be called back."""
    found = access_certificate(request.reader, code)
    require(found.revoked_at is None and can_make_pdfs())
    content = pdf_of("courses/pdf/certificate.html", printed(request, found))
    return pdf_response(content, f"certificate-{found.course.slug}")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited("check_certificate")
def check_certificate(request: HttpRequest) -> HttpResponse:
    """Sent by POST, so that no name stands in an address or a log."""
    if request.method != "POST":
        return show_check(request, CheckForm())
    form = CheckForm(request.POST)
    if not form.is_valid():
        return show_check(request, form)
    found = confirm_certificate(**form.cleaned_data)
    return show_check(request, form, checked=True, certificate=found)


def show_check(request: HttpRequest, form: CheckForm, **found: object) -> HttpResponse:
    return render(request, "courses/check_certificate.html", {"form": form, **found})


def printed(request: HttpRequest, certificate: Certificate) -> dict[str, Any]:
    """What stands on the certificate, on the screen and on paper."""
    address = request.build_absolute_uri(certificate.get_absolute_url())
    return {
        "certificate": certificate,
        "facts": certificate_facts(certificate),
        "check_url": address,
        "qr": segno.make(address, error="m").svg_data_uri(dark="#0d3a36", border=2),
    }


def qr_image(drawing: str) -> str:
    return format_html(
        '<img class="cg-certificate__qr" src="{}" alt="{}" width="120" height="120">',
        drawing,
        _("QR code that leads to the page where this certificate is checked"),
    )
