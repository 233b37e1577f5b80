from bisect import bisect_left
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    mixed,
    repeated,
    things_of,
)
from courses.questions.ordering.examples import EXAMPLES

PREFIX = "answer-"


class OrderingBlock(Words):
    items = ListBlock(
        CharBlock(label=gettext_lazy("Step"), max_length=200),
        label=gettext_lazy("Steps, in the right order"),
        min_num=2,
    )


class Ordering(QuestionType):
    """Data: {"items": [{"id", "text"}]} in the right order. Answer: a list of all ids."""

    name = "ordering"
    label = gettext_lazy("Put in order")
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return OrderingBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        return {"items": things_of(text.strip() for text in value["items"])}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return {"items": [item["text"] for item in data["items"]]}

    def validate(self, data: Data) -> list[str]:
        problems = []
        if len(data["items"]) < 2:
            problems.append(_("Write at least two steps."))
        problems += repeated([item["text"] for item in data["items"]])
        return problems

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        """A place for each step. They never come in the right order, mixed or not."""
        places = [str(place) for place in range(1, len(data["items"]) + 1)]
        given = {pk: str(place) for place, pk in enumerate(answer or (), start=1)}
        return {
            PREFIX + item["id"]: forms.ChoiceField(
                label=item["text"],
                choices=[("", _("Place")), *((place, place) for place in places)],
                initial=given.get(item["id"]),
                error_messages={"required": _("Give “%(step)s” a place") % {"step": item["text"]}},
            )
            for item in disordered(data["items"], seed)
        }

    def problems(self, data: Data, typed: Typed) -> Mapping[str, str]:
        found: dict[str, str] = {}
        taken: dict[str, str] = {}
        for name, place in typed.items():
            if place and place in taken.values():
                found[name] = _("Two steps have place %(place)s") % {"place": place}
            taken[name] = place
        return found

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        ids = [item["id"] for item in data["items"]]
        return sorted(ids, key=lambda pk: int(typed[PREFIX + pk]))

    def accepts(self, data: Data, answer: Answer) -> bool:
        if not isinstance(answer, list) or not all(isinstance(pk, str) for pk in answer):
            return False
        return sorted(answer) == sorted(item["id"] for item in data["items"])

    def mark(self, data: Data, answer: Answer) -> Fraction:
        """Each step that must be moved to get the right order costs the same."""
        if not self.accepts(data, answer):
            return Fraction(0)
        right = [item["id"] for item in data["items"]]
        kept = longest_rising([right.index(pk) for pk in answer])
        return Fraction(kept - 1, len(right) - 1)

    def answer_text(self, data: Data, answer: Answer) -> str:
        texts = {item["id"]: item["text"] for item in data["items"]}
        return "; ".join(f"{n}. {texts[pk]}" for n, pk in enumerate(answer or (), 1) if pk in texts)

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        chosen = answer if self.accepts(data, answer) else []
        return tuple(self.lines(data, chosen))

    def lines(self, data: Data, chosen: Sequence[str]) -> list[OptionReview]:
        lines = []
        for place, item in enumerate(data["items"]):
            right = bool(chosen) and chosen[place] == item["id"]
            said = ""
            if chosen and not right:
                told = {"n": chosen.index(item["id"]) + 1}
                said = _("You put this at %(n)d.") % told
            lines.append(OptionReview(f"{place + 1}. {item['text']}", True, right, said))
        return lines


def disordered(items: Sequence[Data], seed: str) -> list[Data]:
    order = mixed(items, seed or "order")
    return order if order != list(items) else [*order[1:], order[0]]


def longest_rising(places: Sequence[int]) -> int:
    """How many stay where they are when as few as possible are moved."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
