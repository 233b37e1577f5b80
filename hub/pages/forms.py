"""The CMS's form of a page: what it starts with, what it checks before a page is published."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.utils.translation import gettext as _

from hub.access.closing import left_open, wider_message
from hub.access.enums import STAFF_ROLES, Marking
from hub.access.markings import clauses_of_marking
from hub.access.models import Membership
from hub.access.rules import rule
from hub.access.shown_names import is_closed, shown_name
from hub.access.two_people import alone_message
from hub.pages.beginnings import first_values
from hub.pages.files_in_use import fits, media_in
from hub.pages.marking_forms import MarkedPageForm
from hub.pages.references import newly_named, references_of_form
from hub.pages.secret_markings import refuse_secret_heading
from hub.users.models import User

# What somebody may press that leads to publication: an approval publishes without another look.
PUBLISHING = ("publish", "submit", "restart-workflow", "workflow-action")
PEOPLE = ("page_owner", "deputy", "reviewer")


class GuardedPageForm(MarkedPageForm):
    """Refuses to publish a closed page whose pictures or files more people could fetch.

    Nor does it mark such a page. They may stand in a stream, in rich text, or be chosen in a field
    of their own.
    """

    def clean_title(self) -> str:
        refuse_secret_heading(self.cleaned_data["title"])
        return self.cleaned_data["title"]

    @property
    def leads_to_readers(self) -> bool:
        return any(f"action-{name}" in self.data for name in PUBLISHING)

    @property
    def is_sensitive(self) -> bool:
        """Before it is saved or after it."""
        return Marking.OFFICIAL_SENSITIVE in (self.marking_now, self.cleaned_data.get("marking"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_closed_things(self, cleaned)
        if "action-publish" in self.data and self.is_sensitive:
            self.add_error("marking", alone_message())
        if self.leads_to_readers or self.is_raised:
            wanted = self.rule_as_chosen
            found = references_of_form(self.instance, cleaned)
            for name, items in media_in(found).items():
                wider = [shown_name(item) for item in items if not fits(item, wanted)]
                if wider:
                    self.add_error(name, wider_message(wider))
        if self.is_raised and self.instance.pk and not self.errors:
            wider = left_open(self.instance, rule(*clauses_of_marking(cleaned["marking"])))
            if wider:
                self.add_error("marking", wider_message(wider))
        return cleaned


class HubPageForm(GuardedPageForm):
    """Starts a new page with what most pages have, and offers colleagues who can keep it.

    Refuses to publish it without what its readers need.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs["instance"].pk is None:
            kwargs["initial"] = first_values(self._meta.model, kwargs["for_user"]) | kwargs.get(
                "initial", {}
            )
        super().__init__(*args, **kwargs)
        named = {getattr(self.instance, f"{name}_id") for name in PEOPLE}
        for name in PEOPLE:
            self.fields[name].queryset = keepers({*named, self.for_user and self.for_user.pk})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.leads_to_readers:
            for name in self.instance.needed_by_readers:
                if name in self.fields and not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, needed_message())
        return cleaned


def keepers(named: set[int | None]) -> QuerySet[User]:
    """Who works in the CMS, and those who are named already: an old page must stay editable."""
    roles = Membership.objects.held_in_hub(*STAFF_ROLES)
    working = Q(is_active=True, pk__in=roles.values("person"))
    return User.objects.filter(working | Q(pk__in={pk for pk in named if pk}))


def needed_message() -> str:
    return _("Readers need this. Fill it in before you send the page on, or save a draft.")


def refuse_closed_things(form: ModelForm, cleaned: Mapping[str, Any]) -> None:
    """Nobody adds what is closed to them, by an id typed by hand: it can't be found.

    What the thing points at already stays. Two queries for each that is added.
    """
    for found in newly_named(form.instance, cleaned):
        thing = found.thing()
        if thing is not None and is_closed(thing):
            missing = _("Something that was chosen here can't be found. Choose something else.")
            form.add_error(found.field, missing)
