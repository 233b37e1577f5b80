"""What an author can look at before anything is published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.pages.serving import through_hooks

READERS_VIEW = [("", _("As readers see it"))]


class ServedPreview:
    """Previews a page as its address would show it, with what hooks add for the person reading.

    For page types whose address is answered by a hook; stands before `HubPage` among the bases.
    A page that isn't saved yet has nothing that a hook could look up: it is shown plainly.
    """

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if self.pk is None:
            return super().serve_preview(request, mode_name)
        return through_hooks(self, request, plainly)


def plainly(page: Page, request: HttpRequest, _args: Any, _kwargs: Any) -> HttpResponse:
    """The end of the chain, in the place of Wagtail's, which would forget that it's a preview."""
    return Page.serve_preview(page, request, "")
