"""Panels that every page type shares, named in plain words."""

from collections.abc import Sequence

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.models import Page

SUMMARY_PANELS = (FieldPanel("summary"),)

CONNECTION_PANELS = (
    MultiFieldPanel(
        [
            FieldPanel("themes", widget=CheckboxSelectMultiple),
            FieldPanel("audiences", widget=CheckboxSelectMultiple),
            FieldPanel("nations", widget=CheckboxSelectMultiple),
        ],
        heading=_("Who and where it is for"),
    ),
    FieldPanel("links"),
    FieldPanel("sources"),
)

ABOUT_PANELS = (
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("page_owner"), FieldPanel("reviewer")]),
            FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_on")]),
            FieldPanel("change_notes"),
        ],
        heading=_("Keeping it right"),
    ),
    MultiFieldPanel(
        [FieldPanel("withdrawn_on"), FieldPanel("withdrawn_because")],
        heading=_("Withdrawing it"),
        classname="collapsed",
    ),
)


def page_tabs(content: Sequence[Panel], form: type[WagtailAdminPageForm]) -> TabbedInterface:
    """The editor's tabs: what the page says, what it belongs to, who keeps it, its address."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("What it says")),
            ObjectList(CONNECTION_PANELS, heading=_("Who it is for, what it rests on")),
            ObjectList(ABOUT_PANELS, heading=_("Keeping it right")),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading=_("Address")),
        ],
        base_form_class=form,
    )
