"""Files that search can't read, for those who can put a better one in their place."""

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from hub.files.kinds import readable_documents
from hub.files.models import FileText
from hub.pages.models import HubDocument


class UnreadFilesView(ReportView):
    """Two queries, whatever their number, and those of what is closed to the person who reads."""

    model = FileText
    verbose_name_plural = HubDocument._meta.verbose_name_plural
    page_title = _("Files that search can’t read")
    header_icon = "doc-full-inverse"
    index_url_name = "cms_unread_files"
    index_results_url_name = "cms_unread_files_results"
    is_searchable = False
    default_ordering = ("document__title", "pk")

    def get_queryset(self) -> QuerySet:
        readable = readable_documents(self.request.reader)
        found = FileText.objects.current().with_problem().filter(document__in=readable)
        return found.select_related("document")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("document", label=_("Document"), get_url=edit_address),
            Column("get_problem_display", label=_("What is wrong")),
            Column("finished_at", label=_("Last tried")),
        ]


def edit_address(text: FileText) -> str:
    return reverse("wagtaildocs:edit", args=[text.document_id])


@hooks.register("register_admin_urls")
def unread_files_addresses() -> list[URLPattern]:
    results = UnreadFilesView.as_view(results_only=True)
    return [
        path("unread-files/", UnreadFilesView.as_view(), name="cms_unread_files"),
        path("unread-files/results/", results, name="cms_unread_files_results"),
    ]


@hooks.register("register_reports_menu_item")
def unread_files_in_menu() -> MenuItem:
    address = reverse("cms_unread_files")
    icon = UnreadFilesView.header_icon
    return MenuItem(UnreadFilesView.page_title, address, "unread-files", icon_name=icon, order=1060)
