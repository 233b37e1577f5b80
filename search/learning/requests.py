"""Content requests in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import ContentRequest
from search.models.logged import LONGEST_WORDS


class RequestCreateView(CreateView):
    """Filled in with the words of `?query=`; whoever sends it is who asked."""

    def get_initial_form_instance(self) -> ContentRequest:
        words = self.request.GET.get("query", "")[:LONGEST_WORDS]
        return ContentRequest(words=words, asked_by=self.request.user)


class ContentRequestViewSet(ModelViewSet):
    model = ContentRequest
    icon = "edit"
    menu_label = _("Content requests")
    add_to_admin_menu = True
    menu_order = 550
    add_view_class = RequestCreateView
    list_display = ("words", "is_done", "asked_at", "asked_by")
    list_filter = ("is_done",)
    search_fields = ("words", "note")
    panels = (FieldPanel("words"), FieldPanel("note"), FieldPanel("is_done"))
