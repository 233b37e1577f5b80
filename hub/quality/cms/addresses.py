"""Where the findings lie in the CMS, and what leads there.

The list of a page lies below `pages/`, where a page that is closed to somebody is missing.
"""

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hub.pages.models import HubPage
from hub.quality.cms.report import OF_PAGE, REPORT, RESULTS, QualityReport
from hub.quality.cms.views import PageChecks
from hub.users.models import User

TITLE = gettext_lazy("What could be mended")


@hooks.register("register_admin_urls")
def quality_addresses() -> list[URLPattern]:
    results = QualityReport.as_view(results_only=True)
    return [
        path("page-checks/", QualityReport.as_view(), name=REPORT),
        path("page-checks/results/", results, name=RESULTS),
        path("pages/<int:page_id>/checks/", PageChecks.as_view(), name=OF_PAGE),
    ]


@hooks.register("register_reports_menu_item")
def quality_in_menu() -> MenuItem:
    address, icon = reverse(REPORT), QualityReport.header_icon
    return MenuItem(QualityReport.page_title, address, "page-checks", icon_name=icon, order=1066)


@hooks.register("register_page_header_buttons")
def quality_button(page: Page, user: User, **_where: Any) -> Iterator[Button]:
    """For who may change the page."""
    kept = page.specific_deferred
    if isinstance(kept, HubPage) and kept.permissions_for_user(user).can_edit():
        address, icon = reverse(OF_PAGE, args=[page.pk]), QualityReport.header_icon
        yield Button(TITLE, url=address, icon_name=icon, priority=91)


@hooks.register("insert_editor_js")
def notes_beside_fields() -> SafeString:
    """The notes come while somebody writes. Without the script the list of the page has them."""
    return format_html(
        '<script type="module" src="{}" data-page-notes data-title="{}" data-failed="{}"></script>',
        static("js/page-notes.js"),
        TITLE,
        _("These notes are of an earlier state: they couldn’t be brought up to date."),
    )
