from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from hub.core.missing import require
from hub.core.pdf import can_make_pdfs, pdf_of, pdf_response
from hub.pages.access import access_hub_page
from hub.pages.paper import on_paper
from hub.pages.serving import through_hooks
from hub.users.limits import limited


@require_safe
@never_cache
@limited("pdf", reading=True)
def page_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """The page as its address shows it to whoever asks, recorded and marked as there."""
    page = access_hub_page(request.reader, page_id)
    require(can_make_pdfs())
    answer = through_hooks(page, request, as_page)
    if answer.status_code != 200:
        return answer
    context = {
        "page": page,
        "text": on_paper(answer.content.decode(), request.reader),
        "marking": getattr(request, "marking", None),
        "today": timezone.localdate(),
    }
    site = request.build_absolute_uri("/")
    return pdf_response(pdf_of("pages/pdf.html", context, site=site), page.slug)


def as_page(page: Page, request: HttpRequest, _args: object, _kwargs: object) -> HttpResponse:
    return page.serve(request).render()
