"""What editors decide about single searches."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from hub.access.cms_addresses import CMS, Named
from hub.access.current import current_reader
from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from search.models import Pin

LONGEST_QUERY = 140


def of_readable_pages(pins: QuerySet[Pin], reader: Reader) -> QuerySet[Pin]:
    """A pick names its page, so that it is as closed as the page."""
    return pins.filter(page__in=readable_or_draft(Page.objects.all(), reader))


class PinIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Pin]:
        pins = super().get_base_queryset().select_related("page")
        return of_readable_pages(pins, current_reader())


class PinCreateView(CreateView):
    """Filled in with the words of `?query=`, where the report of searches leads here."""

    def get_initial_form_instance(self) -> Pin:
        return Pin(query=self.request.GET.get("query", "")[:LONGEST_QUERY])


class PinViewSet(ModelViewSet):
    model = Pin
    index_view_class = PinIndexView
    add_view_class = PinCreateView
    icon = "pick"
    menu_label = _("Search picks")
    add_to_settings_menu = True
    list_display = ("query", "page", "place", "starts_on", "ends_on")
    list_filter = ("place",)
    search_fields = ("query",)
    panels = [
        FieldPanel("query"),
        PageChooserPanel("page"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("place"), FieldPanel("order")])],
            heading=_("Where it stands among the results"),
        ),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("When")),
    ]


PINS = Named(lambda: Pin, of_readable_pages, (f"{CMS}search_picks/",), {"pk"})
