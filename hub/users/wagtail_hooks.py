from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from hub.users.cms.audit.views import AuditView, may_read_audit
from hub.users.cms.taxonomy import PeopleAndAccessGroup


@hooks.register("register_admin_viewset")
def people_and_access() -> PeopleAndAccessGroup:
    return PeopleAndAccessGroup()


class AuditMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_audit(request.reader)


@hooks.register("register_admin_urls")
def audit_addresses() -> list[URLPattern]:
    return [
        path("audit/", AuditView.as_view(), name="cms_audit"),
        path("audit/results/", AuditView.as_view(results_only=True), name="cms_audit_results"),
    ]


@hooks.register("register_reports_menu_item")
def audit_in_menu() -> AuditMenuItem:
    address = reverse("cms_audit")
    return AuditMenuItem(_("Audit record"), address, name="audit", icon_name="history", order=1050)
