from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, PageViewRestriction

from hub.access.markings import show_marking
from hub.access.pages import rule_of_page
from hub.pages.forms import GuardedPageForm


class GuardedPage(Page):
    """A page that knows what stands on it from the restrictions read once for the request.

    Closed, it takes no picture or file along that more people could open.
    """

    base_form_class = GuardedPageForm

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Shows the marking, as the address of the page does."""
        if self.pk:
            show_marking(request, rule_of_page(self))
        return super().serve_preview(request, mode_name)

    def get_view_restrictions(self) -> QuerySet:
        """Wagtail's own, spared its queries where nothing stands on this page or above it."""
        return (
            super().get_view_restrictions()
            if rule_of_page(self)
            else PageViewRestriction.objects.none()
        )
