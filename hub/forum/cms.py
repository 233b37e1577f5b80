"""Spaces and house rules in the CMS."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hub.access.cms_addresses import CMS, Named
from hub.access.enums import Role
from hub.access.marking_fields import MarkingChoice, refuse_stale
from hub.access.models import AccessRule
from hub.access.readers import Reader
from hub.access.rules import EVERYONE, Rule, rule
from hub.access.services import record_audit
from hub.access.tokens import MEMBER, PRACTITIONER
from hub.forum.forms.people import PeopleField
from hub.forum.markdown import render_markdown
from hub.forum.models import HouseRules, Space
from hub.forum.services import set_moderators

KEEP = "keep"
READERS: dict[str, Rule] = {
    "everyone": EVERYONE,
    "members": rule([MEMBER]),
    "practitioners": rule([PRACTITIONER]),
}
READER_LABELS = {
    "everyone": _("Everyone, signed in or not"),
    "members": _("Members"),
    "practitioners": _("Verified practitioners"),
}


class SpaceForm(WagtailAdminModelForm):
    """Chooses among the usual readers; a rule made elsewhere can be kept as it is."""

    readers = forms.ChoiceField(
        label=_("Who may read"),
        choices=list(READER_LABELS.items()),
        help_text=_("A change counts at once, for what is written there already as well."),
    )

    moderators = PeopleField(
        label=_("Moderators of this space"),
        required=False,
        help_text=_(
            "The addresses that they sign in with, with commas between. They hide posts and handle "
            "reports here and nowhere else, never see who wrote without a name, need a second "
            "step to sign in, and must be among those who may read. The hub's moderators needn't "
            "be named."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            held = self.instance.moderators.filter(person__is_active=True).order_by("person__email")
            self.fields["moderators"].initial = ", ".join(
                held.values_list("person__email", flat=True)
            )
        current = self.instance.readers if self.instance.pk else EVERYONE
        name = next((name for name, wanted in READERS.items() if wanted == current), KEEP)
        if name == KEEP:
            kept = (KEEP, _("As it is: %(rule)s") % {"rule": self.instance.access_rule})
            self.fields["readers"].choices = [kept, *READER_LABELS.items()]
        self.fields["readers"].initial = name
        self.marking_now = self.instance.marking
        self.fields["marking"].widget.stood = self.marking_now

    def clean_marking(self) -> str:
        chosen = self.cleaned_data["marking"]
        refuse_stale(self, chosen, self.marking_now)
        return chosen

    def save(self, commit: bool = True) -> Space:
        chosen = self.cleaned_data["readers"]
        if chosen != KEEP:
            wanted = READERS[chosen]
            closed = wanted != EVERYONE
            self.instance.access_rule = AccessRule.objects.for_rule(wanted) if closed else None
        space = super().save(commit=commit)
        if space.pk:
            people = self.cleaned_data["moderators"]
            set_moderators(space=space, people=people, by=self.for_user)
        if space.pk and "marking" in self.changed_data:
            record_audit(
                action=f"marking.{space.marking}",
                subject=f"space {space.pk}",
                person_id=self.for_user.pk if self.for_user else None,
            )
        return space


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
                    FieldPanel("readers"),
                    FieldPanel("marking", widget=MarkingChoice),
                    FieldPanel("moderators"),
                ],
                heading=_("What it is for, and for whom"),
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


class ForumGroup(SnippetViewSetGroup):
    items = (SpaceViewSet, HouseRulesViewSet)
    menu_label = _("Forum")
    menu_icon = "comment"
