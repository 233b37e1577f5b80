"""The form of a space in the CMS."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from hub.access.groups import token_of_group
from hub.access.marking_fields import refuse_stale
from hub.access.models import AccessRule
from hub.access.rules import EVERYONE, Rule, rule
from hub.access.services import record_audit
from hub.access.tokens import MEMBER, PRACTITIONER
from hub.forum.forms.people import PeopleField
from hub.forum.models import Space
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


def group_choices() -> list[tuple[str, str]]:
    """Areas, agencies, organisations, roles and working groups, as the CMS names them."""
    groups = Group.objects.select_related("access_token").order_by("name")
    return [(token_of_group(group), group.name) for group in groups]


class SpaceForm(WagtailAdminModelForm):
    """Chooses among the usual readers or one group; a rule made elsewhere can be kept as it is."""

    readers = forms.ChoiceField(
        label=_("Who may read"),
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
        self.offer_readers(self.instance.readers if self.instance.pk else EVERYONE)
        self.marking_now = self.instance.marking
        self.fields["marking"].widget.stood = self.marking_now

    def offer_readers(self, current: Rule) -> None:
        groups = group_choices()
        self.reader_rules = READERS | {token: rule([token]) for token, _name in groups}
        choices = [*READER_LABELS.items(), (_("One group of people"), groups)]
        name = next((name for name, wanted in self.reader_rules.items() if wanted == current), KEEP)
        if name == KEEP:
            kept = (KEEP, _("As it is: %(rule)s") % {"rule": self.instance.access_rule})
            choices = [kept, *choices]
        self.fields["readers"].choices = choices
        self.fields["readers"].initial = name

    def clean_marking(self) -> str:
        chosen = self.cleaned_data["marking"]
        refuse_stale(self, chosen, self.marking_now)
        return chosen

    def save(self, commit: bool = True) -> Space:
        chosen = self.cleaned_data["readers"]
        if chosen != KEEP:
            wanted = self.reader_rules[chosen]
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
