"""Links to other sites that lead nowhere, for those who edit the pages that hold them."""

from django.conf import settings
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from hub.pages.boards import changeable_by
from hub.weblinks.models import PageLink, WebLink


class DeadLinksView(ReportView):
    """A row for each page and link, of pages that whoever asks may read and edit."""

    model = PageLink
    verbose_name_plural = _("links")
    page_title = _("Links to other sites that lead nowhere")
    header_icon = "link"
    index_url_name = "cms_dead_links"
    index_results_url_name = "cms_dead_links_results"
    is_searchable = False

    def get_queryset(self) -> QuerySet:
        pages, dead = changeable_by(self.request.user), WebLink.objects.dead()
        found = PageLink.objects.filter(page__in=pages, link__in=dead)
        return found.select_related("page", "link").order_by("page__title", "link__url", "pk")

    @cached_property
    def no_results_message(self) -> str:
        if settings.CHECK_WEB_LINKS:
            return _("No link of your pages has failed three times in a row.")
        return _(
            "Nothing is known of links: the hub asks no other site (HUB_CHECK_WEB_LINKS is off)."
        )

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("page", label=_("Page"), get_url=edit_address),
            Column("link", label=_("Address")),
            Column("problem", label=_("What is wrong"), accessor="link.problem"),
            Column("since", label=_("Fails since"), accessor="link.failing_since"),
        ]


def edit_address(found: PageLink) -> str:
    return reverse("wagtailadmin_pages:edit", args=[found.page_id])


@hooks.register("register_admin_urls")
def dead_links_addresses() -> list[URLPattern]:
    results = DeadLinksView.as_view(results_only=True)
    return [
        path("dead-links/", DeadLinksView.as_view(), name="cms_dead_links"),
        path("dead-links/results/", results, name="cms_dead_links_results"),
    ]


@hooks.register("register_reports_menu_item")
def dead_links_in_menu() -> MenuItem:
    address = reverse("cms_dead_links")
    icon = DeadLinksView.header_icon
    return MenuItem(DeadLinksView.page_title, address, "dead-links", icon_name=icon, order=1065)
