from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from courses.questions.base import Data, Words, repeated, text_of, thing_id, things_of
from courses.questions.categorise.examples import EXAMPLES
from courses.questions.rows import RowsType


class ItemBlock(StructBlock):
    text = CharBlock(label=gettext_lazy("What is to be sorted"), max_length=200)
    group = CharBlock(
        label=gettext_lazy("Group"),
        max_length=100,
        help_text=gettext_lazy("In the same words for each thing of the group."),
    )
    feedback = TextBlock(label=gettext_lazy("Why it belongs there"), required=False)


class CategoriseBlock(Words):
    items = ListBlock(ItemBlock(), label=gettext_lazy("Things to sort"), min_num=2)


class Categorise(RowsType):
    """Data: {"items": [{"id", "text", "right", "feedback"}], "groups": [{"id", "text"}]}."""

    name = "categorise"
    label = gettext_lazy("Sort into groups")
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return CategoriseBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        items = [
            {
                "id": thing_id(text_of(item, "text")),
                "text": text_of(item, "text"),
                "right": thing_id(text_of(item, "group")),
                "feedback": text_of(item, "feedback"),
            }
            for item in value["items"]
        ]
        names = dict.fromkeys(text_of(item, "group") for item in value["items"])
        return {"items": items, "groups": things_of(names)}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        names = {group["id"]: group["text"] for group in data["groups"]}
        return {
            "items": [
                {"text": i["text"], "group": names[i["right"]], "feedback": i["feedback"]}
                for i in data["items"]
            ]
        }

    def validate(self, data: Data) -> list[str]:
        problems = []
        if len(data["groups"]) < 2:
            problems.append(_("Sort things into at least two groups."))
        problems += repeated([item["text"] for item in data["items"]])
        return problems

    def rows(self, data: Data) -> Sequence[Data]:
        items: list[Data] = data["items"]
        return items

    def things(self, data: Data) -> Sequence[Data]:
        return sorted(data["groups"], key=lambda one: one["text"].casefold())
