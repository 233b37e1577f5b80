"""What a page points at: pages, images and documents in its streams, its rich text, its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Field, ForeignKey, Model
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.core.numbers import row_id

MEDIA = (AbstractImage, AbstractDocument)
CHOSEN = "links"  # what a page rests on: chosen pages, each with a note, read elsewhere


@dataclass(frozen=True, slots=True)
class Reference:
    """`block` is the id of the outermost block that holds it; empty outside streams.

    So it is in a block that hasn't been saved yet: it has no id.
    """

    model: type[Model]
    pk: str
    field: str
    block: str

    def thing(self) -> Model | None:
        """None for what is gone. One query."""
        pk = row_id(self.pk)
        return None if pk is None else self.model._default_manager.filter(pk=pk).first()


def references(page: Page) -> Iterator[Reference]:
    """What the fields of a page point at, in their order, beside what it is said to rest on.

    Blocks that choose a page or a file read it here: one query for each kind of block.
    """
    for field in page._meta.concrete_fields:
        if field.name != CHOSEN:
            yield from references_in(field, field.value_from_object(page))


def references_of_form(page: Page, cleaned: Mapping[str, Any]) -> Iterator[Reference]:
    """What the page would point at with the cleaned values of its form."""
    for field in page._meta.concrete_fields:
        if field.name in cleaned:
            yield from references_in(field, cleaned[field.name])


def newly_named(thing: Model, cleaned: Mapping[str, Any]) -> Iterator[Reference]:
    """What a form would have a thing point at that it doesn't point at yet: pages in fields too."""
    for field in thing._meta.concrete_fields:
        if field.name in cleaned:
            before = named_in(field, field.value_from_object(thing))
            yield from named_in(field, cleaned[field.name]) - before


def named_in(field: "Field[Any, Any]", value: Any) -> set[Reference]:
    """As `references_in`, each once, with a page that is chosen in a field of its own."""
    if isinstance(field, ForeignKey) and issubclass(field.related_model, Page) and value:
        return {Reference(Page, str(getattr(value, "pk", value)), field.name, "")}
    return {replace(found, block="") for found in references_in(field, value)}


def references_in(field: "Field[Any, Any]", value: Any) -> Iterator[Reference]:
    """What one value points at. Foreign keys count where they lead to an image or a document."""
    if isinstance(field, StreamField | RichTextField):
        for model, pk, _path, place in field.extract_references(value):
            yield Reference(model, str(pk), field.name, (place or "").split(".")[0])
    elif isinstance(field, ForeignKey) and issubclass(field.related_model, MEDIA) and value:
        yield Reference(field.related_model, str(getattr(value, "pk", value)), field.name, "")
