from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, PagePermissionTester, PageViewRestriction

from hub.access.markings import show_marking
from hub.access.pages import may_read_page, rule_of_page
from hub.access.readers import reader_for
from hub.access.two_people import TwoPeopleTester
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

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Nothing, on a page that its rule closes to the person: the CMS names it nowhere then."""
        may_read = may_read_page(self, reader_for(user))
        return TwoPeopleTester(user if may_read else AnonymousUser(), self)

    def get_view_restrictions(self) -> QuerySet:
        """Wagtail's own, spared its queries where nothing stands on this page or above it."""
        return (
            super().get_view_restrictions()
            if rule_of_page(self)
            else PageViewRestriction.objects.none()
        )
