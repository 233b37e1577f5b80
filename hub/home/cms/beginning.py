"""One click from the dashboard to the form of each kind of page that somebody may add."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Page

from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from hub.access.registry import kind_of_model
from hub.home.models import ThemeIndexPage
from hub.home.seed import listing_models
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class Start:
    label: str
    url: str


def starts(user: User, reader: Reader) -> list[Start]:
    """The kinds in the order of the page tree. A kind that stands deeper is added in its place."""
    lists = Page.objects.type(ThemeIndexPage, *listing_models()).order_by("path")
    return [
        start_of(child, parent)
        for parent in readable_or_draft(lists, reader)
        if parent.permissions_for_user(user).can_add_subpage()
        for child in parent.specific_class.clean_subpage_models()
    ]


def start_of(child: type[Page], parent: Page) -> Start:
    kind, meta = kind_of_model(child), child._meta
    return Start(
        label=str(kind.label if kind else meta.verbose_name),
        url=reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent.pk]),
    )
