"""Spaces and house rules in the CMS."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hub.access.cms_addresses import CMS, Named
from hub.access.enums import Role
from hub.access.marking_fields import MarkingChoice
from hub.access.readers import Reader
from hub.forum.duty_cms import DutyShiftViewSet, StaffedHoursViewSet
from hub.forum.forms.spaces import SpaceForm
from hub.forum.markdown import render_markdown
from hub.forum.models import HeldPhrase, HouseRules, Space
from hub.forum.phrases import terms_with


class HouseRulesForm(WagtailAdminModelForm):
    def save(self, commit: bool = True) -> HouseRules:
        self.instance.html = render_markdown(self.cleaned_data["body"])
        return super().save(commit=commit)


def readable_spaces(rows: QuerySet, reader: Reader) -> QuerySet:
    """Administrators keep all spaces, by name alone: that opens no thread."""
    return rows if reader.has_role(Role.ADMINISTRATOR) else rows.readable_by(reader)


SPACES = Named(lambda: Space, readable_spaces, (f"{CMS}snippets/forum/space/",), {"pk"})


class SpaceViewSet(SnippetViewSet):
    model = Space
    icon = "group"
    menu_label = _("Spaces")
    list_display = ["name", "order", "is_private", "marking"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("description"),
                    FieldRowPanel(
                        [FieldPanel("theme"), FieldPanel("area"), FieldPanel("agency_type")]
                    ),
                    FieldPanel("rules"),
                ],
                heading=_("What it is for"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("readers"),
                    FieldPanel("marking", widget=MarkingChoice),
                    FieldPanel("moderators"),
                ],
                heading=_("For whom, and who looks after it"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("slug", heading=_("Last part of the address")),
                    FieldRowPanel([FieldPanel("order"), FieldPanel("icon")]),
                ],
                heading=_("Its place in the forum"),
            ),
        ],
        base_form_class=SpaceForm,
    )


class HouseRulesViewSet(SnippetViewSet):
    model = HouseRules
    icon = "list-ul"
    menu_label = _("House rules")
    edit_handler = ObjectList([FieldPanel("body")], base_form_class=HouseRulesForm)


class HeldPhraseForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        """Refuses words of the field: whoever asks for help needs them."""
        cleaned = super().clean()
        held = HeldPhrase(
            phrase=cleaned.get("phrase", ""), whole_words=cleaned.get("whole_words", True)
        )
        terms = terms_with(held) if held.phrase else []
        if terms:
            self.add_error(
                "phrase",
                _("The glossary has “%(term)s”. Words of the field can't hold a post.")
                % {"term": terms[0]},
            )
        return cleaned


class HeldPhraseViewSet(SnippetViewSet):
    model = HeldPhrase
    icon = "history"
    menu_label = _("Words that hold a post")
    list_display = ["phrase", "whole_words", "why"]
    edit_handler = ObjectList(
        [FieldPanel("phrase"), FieldPanel("whole_words"), FieldPanel("why")],
        base_form_class=HeldPhraseForm,
    )


class ForumGroup(SnippetViewSetGroup):
    items = (
        SpaceViewSet,
        HouseRulesViewSet,
        HeldPhraseViewSet,
        StaffedHoursViewSet("staffed_hours"),
        DutyShiftViewSet("duty_shifts"),
    )
    menu_label = _("Forum")
    menu_icon = "comment"
