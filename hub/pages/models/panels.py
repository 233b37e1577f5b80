"""Panels that every page type shares, named in plain words."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

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
)
