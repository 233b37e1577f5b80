"""The CMS's form of a page: what it starts with, what it checks before a page is published."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from hub.access.collections import rule_of_collection
from hub.access.enums import STAFF_ROLES
from hub.access.models import Membership
from hub.access.pages import rule_of_page
from hub.access.rules import Rule, is_no_wider
from hub.pages.beginnings import first_values
from hub.users.models import User

# What somebody may press that leads to publication: an approval publishes without another look.
PUBLISHING = ("publish", "submit", "restart-workflow", "workflow-action")
PEOPLE = ("page_owner", "reviewer")


class HubPageForm(WagtailAdminPageForm):
    """Starts a new page with what most pages have, and offers colleagues who can keep it.

    Refuses to publish a closed page whose pictures or files anyone could fetch.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs["instance"].pk is None:
            kwargs["initial"] = first_values(kwargs["for_user"]) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        named = {getattr(self.instance, f"{name}_id") for name in PEOPLE}
        for name in PEOPLE:
            self.fields[name].queryset = keepers({*named, self.for_user and self.for_user.pk})

    @property
    def leads_to_readers(self) -> bool:
        return any(f"action-{name}" in self.data for name in PUBLISHING)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        body = cleaned.get("body")
        if self.leads_to_readers and body is not None:
            wanted = rule_of_page(self.instance if self.instance.pk else self.parent_page)
            wider = [str(item) for item in media_in(body) if not fits(item, wanted)]
            if wider:
                self.add_error("body", wider_message(wider))
        return cleaned


def keepers(named: set[int | None]) -> QuerySet[User]:
    """Who works in the CMS, and those who are named already: an old page must stay editable."""
    roles = Membership.objects.current().in_hub().filter(role__in=STAFF_ROLES)
    working = Q(is_active=True, pk__in=roles.values("person"))
    return User.objects.filter(working | Q(pk__in={pk for pk in named if pk}))


def media_in(body: StreamValue) -> list[AbstractImage | AbstractDocument]:
    """The images and documents that a body shows or links to. One query for each."""
    found = {
        (model, object_id)
        for model, object_id, _path, _place in body.stream_block.extract_references(body)
        if issubclass(model, AbstractImage | AbstractDocument)
    }
    items = [model.objects.filter(pk=pk).first() for model, pk in sorted(found, key=str)]
    return [item for item in items if item is not None]


def fits(item: AbstractImage | AbstractDocument, wanted: Rule) -> bool:
    return is_no_wider(rule_of_collection(item.collection), wanted)


def wider_message(names: list[str]) -> str:
    return _(
        "This page is not for everyone, but more people could open %(names)s. "
        "Move them to a collection that is as closed as the page."
    ) % {"names": get_text_list(names, _("and"))}
