"""What choosers and comparisons of drafts say of a thing that is closed to who works there.

The form keeps the reference: what is hidden is its name, never its id.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import ForeignKey, Model
from django.utils.html import escape
from wagtail.admin.compare import (
    BlockComparison,
    ForeignObjectComparison,
    TextDiff,
    register_comparison_class,
)
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import ChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock, ImageChooserBlockComparison

from hub.access.shown_names import closed_name, is_closed, shown_name

NO_PICTURE = {"url": "", "width": 0, "height": 0}
ValueData = Callable[[BaseChooser, Any], dict[str, Any] | None]


def hide_closed_names() -> None:
    """Wagtail lets nobody say how choosers name things; all of them pass through here."""
    BaseChooser.get_value_data = hiding(BaseChooser.get_value_data)
    ChooserBlock.get_comparison_class = lambda _block: ChosenComparison
    ImageChooserBlock.get_comparison_class = lambda _block: PictureComparison
    for model in (Model, get_image_model()):
        register_comparison_class(ForeignKey, to=model, comparison_class=FieldComparison)


def hiding(value_data: ValueData) -> ValueData:
    def inner(widget: BaseChooser, value: Any) -> dict[str, Any] | None:
        thing = widget.get_instance(value)
        if thing is None or not is_closed(thing):
            return value_data(widget, thing)
        return {
            "id": thing.pk,
            "edit_url": "",
            "parent_id": None,
            "preview": NO_PICTURE,
            "default_alt_text": "",
            widget.display_title_key: closed_name(thing),
        }

    return inner


class OpenNamesOnly:
    """For comparisons of blocks; stands before Wagtail's among the bases."""

    def htmlvalue(self, val: Model | None) -> str:
        closed = val is not None and is_closed(val)
        return escape(closed_name(val)) if closed else super().htmlvalue(val)

    def htmldiff(self) -> str:
        values = (self.val_a, self.val_b)
        if not any(is_closed(value) for value in values if value):
            return super().htmldiff()
        kinds = ("deletion", "addition")
        return TextDiff(
            [(kind, shown_name(value)) for kind, value in zip(kinds, values, strict=True) if value]
        ).to_html()


class ChosenComparison(OpenNamesOnly, BlockComparison):
    pass


class PictureComparison(OpenNamesOnly, ImageChooserBlockComparison):
    pass


class FieldComparison(ForeignObjectComparison):
    def get_objects(self) -> tuple[Model | str | None, ...]:
        return tuple(
            closed_name(found) if found and is_closed(found) else found
            for found in super().get_objects()
        )
