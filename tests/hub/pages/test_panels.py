"""The forms of the CMS speak to a newcomer: a label in plain words, and help where it's owed."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.forms import BooleanField, CharField, Field, Form, URLField
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.blocks import BaseStructBlock, BlockField, ListBlock, StreamBlock
from wagtail.blocks.base import Block
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from hub.pages.models import HubDocument, HubImage
from tests.architecture.layers import app_of

# What needs no sentence: plain words, an address, a tick.
SAYS_ENOUGH = (BooleanField, CharField, URLField)
# Wagtail's own dialogues for the time of publication and for comments explain themselves.
EXPLAINED_ELSEWHERE = {"go_live_at", "expire_at", "comment_notifications"}
JARGON = ("slug", "seo", "meta", "tag", "pk", "boolean", "inline", "foreign")


def own_page_types() -> list[type[Page]]:
    return [
        model for model in apps.get_models() if issubclass(model, Page) and app_of(named(model))
    ]


def named(model: type) -> str:
    return model.__module__


def handlers() -> Iterator[tuple[str, Panel]]:
    """The editors that are made of panels: those of pages and snippets."""
    for page_type in own_page_types():
        yield page_type.__name__, page_type.get_edit_handler()
    for model in get_snippet_models():
        yield model.__name__, model.snippet_viewset._edit_handler


def forms_of_rows() -> Iterator[tuple[str, type[Form]]]:
    known = {*get_snippet_models(), HubImage, HubDocument}
    reverse("wagtailadmin_home")  # with the addresses of the CMS come its viewsets
    for viewset in viewsets.viewsets:
        model = getattr(viewset, "model", None)
        if isinstance(viewset, ModelViewSet) and model not in known and app_of(named(model)):
            yield model.__name__, viewset.get_form_class()


def field_panels(panel: Panel) -> Iterator[FieldPanel]:
    if isinstance(panel, FieldPanel):
        yield panel
    for child in getattr(panel, "children", ()):
        yield from field_panels(child)


def shown(name: str, form: type[Form], headings: dict[str, str]) -> Iterator[tuple[str, Field]]:
    """The fields of a form with the labels that panels give them, and those of rows inside it."""
    for field_name, field in form.base_fields.items():
        if field_name not in EXPLAINED_ELSEWHERE:
            field.label = headings.get(field_name) or field.label
            yield f"{name}.{field_name}", field
    for formset_name, formset in getattr(form, "formsets", {}).items():
        if formset_name != "comments":
            yield from shown(f"{name}.{formset_name}", formset.form, {})


def all_fields() -> Iterator[tuple[str, Field]]:
    for name, handler in handlers():
        headings = {panel.field_name: panel.heading for panel in field_panels(handler)}
        yield from shown(name, handler.get_form_class(), headings)
    for name, form in forms_of_rows():
        yield from shown(name, form, {})


ALL = list(all_fields())
every_field = pytest.mark.parametrize("field", [f for _, f in ALL], ids=[name for name, _ in ALL])


def is_plain(field: Field) -> bool:
    return isinstance(field, SAYS_ENOUGH) and not hasattr(field, "choices") and not is_rich(field)


def is_rich(field: Field) -> bool:
    return "DraftailRichTextArea" in type(field.widget).__name__


def test_the_walk_finds_pages_snippets_and_rows() -> None:
    names = {name.split(".")[0] for name, _ in ALL}
    assert {"GuidancePage", "InformationPage", "Space", "Quiz", "Theme", "Membership"} <= names


@every_field
def test_help_stands_where_a_newcomer_would_hesitate(field: Field) -> None:
    assert is_plain(field) or field.help_text


@every_field
def test_a_label_is_made_of_plain_words(field: Field) -> None:
    words = str(field.label).lower().replace("-", " ").split()
    assert words
    assert not set(words) & set(JARGON)


def blocks_of(block: Block) -> Iterator[Block]:
    children = [block.child_block] if isinstance(block, ListBlock) else []
    if isinstance(block, BaseStructBlock | StreamBlock):
        children = list(block.child_blocks.values())
    for child in children:
        yield child
        yield from blocks_of(child)


def blocks_owed_help() -> dict[str, Block]:
    """Every date, choice and chooser inside the streams of any form, by its path."""
    found = {}
    for name, field in ALL:
        if isinstance(field, BlockField):
            for block in blocks_of(field.block):
                inner = getattr(block, "field", None)
                if inner is not None and not is_plain(inner) and not is_rich(inner):
                    found[f"{name}.{block.name}"] = block
    return found


@pytest.mark.parametrize("block", blocks_owed_help().values(), ids=blocks_owed_help().keys())
def test_dates_choices_and_choosers_inside_a_stream_have_help(block: Block) -> None:
    assert block.field.help_text


@pytest.mark.parametrize("model", own_page_types(), ids=lambda model: model.__name__)
def test_no_page_offers_a_field_that_does_nothing_here(model: type[Page]) -> None:
    shown = set(model.get_edit_handler().get_form_class().base_fields)
    assert shown & {"show_in_menus", "seo_title", "search_description"} == set()
    assert "slug" in shown
