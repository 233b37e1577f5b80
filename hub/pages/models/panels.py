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
    TitleFieldPanel,
)
from wagtail.models import Page
from wagtail.utils.decorators import cached_classmethod

TITLE_PANELS = (
    TitleFieldPanel(
        "title",
        heading=_("Title"),
        help_text=_("The words that somebody would search for, in sentence case."),
    ),
)

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
    FieldPanel("search_words"),
    FieldPanel(
        "links",
        help_text=_(
            "Law, policy and other pages of the hub that must hold for this page to be right; for "
            "a practice example, the interventions that it is an example of. Each of them shows "
            "this page."
        ),
    ),
    FieldPanel("sources"),
)

ABOUT_PANELS = (
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("page_owner"), FieldPanel("deputy")]),
            FieldRowPanel([FieldPanel("owner_role"), FieldPanel("reviewer")]),
            FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_on")]),
            FieldPanel("change_notes"),
        ],
        heading=_("Keeping it right"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("withdrawn_on"),
            FieldPanel("withdrawn_because"),
            FieldPanel("replaced_by"),
        ],
        heading=_("Withdrawing it"),
        classname="collapsed",
    ),
)

# Titles and descriptions for search engines are the page's own, and menus are fixed: the fields
# that Wagtail has for these would do nothing here.
ADDRESS_PANELS = (
    FieldPanel(
        "slug",
        heading=_("Last part of the address"),
        help_text=_(
            "Made from the title: a few plain words with hyphens between them. "
            "Links to this page follow when it changes; printed addresses don't."
        ),
    ),
    *Page.settings_panels,
)

HANDLING_PANELS = (FieldPanel("marking"),)


def page_tabs(content: Sequence[Panel], form: type[WagtailAdminPageForm]) -> TabbedInterface:
    """The editor's tabs: what the page says, what it belongs to, who keeps it, its address."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("What it says")),
            ObjectList(CONNECTION_PANELS, heading=_("Who it is for, what it rests on")),
            ObjectList(ABOUT_PANELS, heading=_("Keeping it right")),
            ObjectList([*ADDRESS_PANELS, *HANDLING_PANELS], heading=_("Address and handling")),
        ],
        base_form_class=form,
    )


class PlainTabs:
    """The editor of a page that is no content itself, such as a list: what it says, its address.

    For page types; stands before `Page` among the bases.
    """

    @cached_classmethod
    def get_edit_handler(cls) -> TabbedInterface:
        tabs = [
            ObjectList(cls.content_panels, heading=_("What it says")),
            ObjectList([*ADDRESS_PANELS, *HANDLING_PANELS], heading=_("Address and handling")),
        ]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)
