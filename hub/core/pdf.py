"""Pages as PDF: tagged for screen readers (PDF/UA-1), in the hub's own fonts, asking nobody.

Needs requirements/pdf.in and Pango. Where either is missing no PDF is offered; pages print as well.
"""

import base64
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string

from hub.core.attachments import attached

FONTS = (
    "source-serif-4-latin",
    "source-serif-4-latin-ext",
    "atkinson-hyperlegible-next-latin",
    "atkinson-hyperlegible-next-latin-ext",
)


@lru_cache(maxsize=1)
def library() -> Any:
    """WeasyPrint, or None. Takes half a second, so not before the first PDF is thought of."""
    try:
        import weasyprint
    except (ImportError, OSError):  # OSError: Pango is missing
        return None
    return weasyprint


@lru_cache(maxsize=1)
def fonts() -> dict[str, str]:
    """Each by its name with underscores, as it stands in the style sheet of a PDF."""
    found = {}
    for name in FONTS:
        content = Path(str(finders.find(f"fonts/{name}.woff2"))).read_bytes()
        encoded = base64.b64encode(content).decode()
        found[name.replace("-", "_")] = f"data:font/woff2;base64,{encoded}"
    return found


def can_make_pdfs() -> bool:
    return library() is not None


def pdf_of(template: str, context: dict[str, Any], *, site: str | None = None) -> bytes:
    """A template that extends layouts/pdf.html. Pictures stand in it: nothing is fetched.

    `site` is where links without a host lead.
    """
    weasyprint = library()
    html = render_to_string(template, {**context, "fonts": fonts()})
    nothing_fetched = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    document = weasyprint.HTML(string=html, base_url=site, url_fetcher=nothing_fetched)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made


def pdf_response(content: bytes, name: str) -> HttpResponse:
    return attached(content, "application/pdf", f"{name}.pdf")
