from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from courses.questions.base import Data, Words, repeated, text_of, thing_id, things_of
from courses.questions.matching.examples import EXAMPLES
from courses.questions.rows import RowsType


class PairBlock(StructBlock):
    left = CharBlock(label=gettext_lazy("Word or situation"), max_length=200)
    right = CharBlock(label=gettext_lazy("What belongs to it"), max_length=200)
    feedback = TextBlock(label=gettext_lazy("Why they belong together"), required=False)


class MatchingBlock(Words):
    pairs = ListBlock(PairBlock(), label=gettext_lazy("Pairs"), min_num=2)
    extra = ListBlock(
        CharBlock(label=gettext_lazy("Answer"), max_length=200),
        label=gettext_lazy("Answers that belong to none"),
        required=False,
        default=[],
    )


class Matching(RowsType):
    """Data: {"pairs": [{"id", "text", "right", "feedback"}], "answers": [{"id", "text"}]}.

    Two pairs may share an answer.
    """

    name = "matching"
    label = gettext_lazy("Match each to its answer")
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return MatchingBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        pairs = [
            {
                "id": thing_id(text_of(pair, "left")),
                "text": text_of(pair, "left"),
                "right": thing_id(text_of(pair, "right")),
                "feedback": text_of(pair, "feedback"),
            }
            for pair in value["pairs"]
        ]
        texts = [text_of(pair, "right") for pair in value["pairs"]]
        texts += [extra.strip() for extra in value.get("extra") or ()]
        return {"pairs": pairs, "answers": things_of(dict.fromkeys(texts))}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        texts = {one["id"]: one["text"] for one in data["answers"]}
        used = {pair["right"] for pair in data["pairs"]}
        return {
            "pairs": [
                {"left": p["text"], "right": texts[p["right"]], "feedback": p["feedback"]}
                for p in data["pairs"]
            ],
            "extra": [text for pk, text in texts.items() if pk not in used],
        }

    def validate(self, data: Data) -> list[str]:
        problems = []
        if len(data["pairs"]) < 2:
            problems.append(_("Write at least two pairs."))
        problems += repeated([pair["text"] for pair in data["pairs"]])
        if len(data["answers"]) < 2:
            problems.append(_("All pairs have the same answer."))
        return problems

    def rows(self, data: Data) -> Sequence[Data]:
        pairs: list[Data] = data["pairs"]
        return pairs

    def things(self, data: Data) -> Sequence[Data]:
        return sorted(data["answers"], key=lambda one: one["text"].casefold())
