"""Areas, organisations, agency types and themes. Their slugs stay once they are made."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from hub.taxonomy.models import AgencyType, Area, Organisation, Theme
from hub.users.cms.agencies import AgencyViewSet
from hub.users.cms.collections import CollectionMarkingViewSet
from hub.users.cms.domains import DomainViewSet
from hub.users.cms.kept import KeptRows
from hub.users.cms.memberships import MembershipViewSet


class NamedRows(KeptRows):
    """Rows with a slug that addresses and stored filters use: it can be set only once."""

    search_fields = ("name",)
    own_fields: ClassVar[tuple[str, ...]] = ()

    def get_form_class(self, for_update: bool = False) -> type:
        self.form_fields = ("name", *(() if for_update else ("slug",)), *self.own_fields)
        return super().get_form_class(for_update)


class AreaViewSet(NamedRows):
    model = Area
    icon = "site"
    menu_label = _("Areas")
    own_fields = ("kind", "parent")
    list_display = ("name", "kind", "parent")


class OrganisationViewSet(NamedRows):
    model = Organisation
    icon = "home"
    menu_label = _("Organisations")
    own_fields = ("agency_type", "area", "is_active")
    list_display = ("name", "agency_type", "area", "is_active")
    list_filter = ("agency_type", "area", "is_active")


class AgencyTypeViewSet(NamedRows):
    model = AgencyType
    icon = "group"
    menu_label = _("Agency types")
    own_fields = ("order",)


class ThemeViewSet(NamedRows):
    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    own_fields = ("order", "question", "description")


class PeopleAndAccessGroup(ViewSetGroup):
    menu_label = _("People and access")
    menu_icon = "key"
    items = (
        MembershipViewSet("memberships"),
        AreaViewSet("areas"),
        OrganisationViewSet("organisations"),
        DomainViewSet("email_domains"),
        CollectionMarkingViewSet("marked_collections"),
        AgencyTypeViewSet("agency_types"),
        ThemeViewSet("themes"),
        AgencyViewSet("agencies"),
    )
