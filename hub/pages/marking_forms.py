"""The handling marking in the editor of a page. It counts at once, draft or not."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from hub.access.enums import Marking
from hub.access.marking_fields import MarkingChoice, refuse_stale
from hub.access.markings import clauses_of_marking, may_read_sensitive
from hub.access.pages import marking_above, marking_of_page, rule_of_page
from hub.access.readers import reader_for
from hub.access.rules import Rule, rule
from hub.access.services import mark_page
from hub.access.two_people import wrote


class MarkedPageForm(WagtailAdminPageForm):
    """Marks the page that it saves; a new page waits for its hook, which knows its id."""

    marking = forms.ChoiceField(
        label=gettext_lazy("Handling marking"),
        choices=Marking,
        required=False,
        widget=MarkingChoice,
        help_text=gettext_lazy(
            "OFFICIAL-SENSITIVE is for what would do harm in the wrong hands. Only verified "
            "practitioners who signed in with a second step can then open this page and all pages "
            "below it. It counts as soon as you save, for what is published too. The title "
            "and the address may show in lists and in a browser's history: keep them harmless."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "marking" in self.fields:
            self.fields["marking"].initial = self.marking_now
            self.fields["marking"].widget.stood = self.marking_now

    @cached_property
    def marking_now(self) -> Marking:
        """What the page bears; a new one bears what its parent does."""
        return marking_of_page(self.instance if self.instance.pk else self.parent_page)

    @property
    def marking_above(self) -> Marking:
        return marking_above(self.instance) if self.instance.pk else self.marking_now

    def clean_marking(self) -> Marking:
        """Nothing sent changes nothing."""
        chosen = Marking(self.cleaned_data["marking"] or self.marking_now)
        if chosen == self.marking_now or self.is_saved_unasked:
            return chosen
        refuse_stale(self, chosen, self.marking_now)
        if chosen == Marking.OFFICIAL:
            self.check_lowering()
        elif self.for_user and not may_read_sensitive(reader_for(self.for_user).tokens):
            raise ValidationError(
                _(
                    "Only verified practitioners can open what is OFFICIAL-SENSITIVE. You aren't "
                    "one, so you would lose this page. Ask a colleague who is."
                )
            )
        return chosen

    def check_lowering(self) -> None:
        """Lowering opens what is published, so it takes the power to publish, and two people."""
        if self.marking_above != Marking.OFFICIAL:
            raise ValidationError(
                _(
                    "The page above this one is OFFICIAL-SENSITIVE. What lies below it can't be "
                    "marked lower."
                )
            )
        if self.for_user and not may_open(self.instance, self.for_user):
            raise ValidationError(
                _("Only people who may publish this page can mark it lower. Ask one of them.")
            )
        if self.for_user and wrote(self.instance, self.for_user):
            raise ValidationError(
                _(
                    "You wrote the newest version of this page, so somebody else must mark it "
                    "lower. Ask a colleague who may publish it."
                )
            )

    @property
    def is_saved_unasked(self) -> bool:
        return getattr(self.instance, "is_saved_unasked", False)

    @property
    def is_raised(self) -> bool:
        chosen = self.cleaned_data.get("marking")
        return chosen == Marking.OFFICIAL_SENSITIVE != self.marking_now

    @property
    def rule_as_chosen(self) -> Rule:
        """Who could read the page with the marking of the form."""
        now = rule_of_page(self.instance if self.instance.pk else self.parent_page)
        return rule(*now, *clauses_of_marking(self.cleaned_data.get("marking", "")))

    def save(self, commit: bool = True) -> Page:
        page = super().save(commit=commit)
        chosen = self.cleaned_data.get("marking")
        if page.pk is None:
            page.chosen_marking = chosen
        elif chosen and not self.is_saved_unasked:
            by_id = self.for_user.pk if self.for_user else None
            mark_page(page=page, level=chosen, by_id=by_id)
        return page


def may_open(page: Page, user: Any) -> bool:
    return page.permissions_for_user(user).can_set_view_restrictions()
