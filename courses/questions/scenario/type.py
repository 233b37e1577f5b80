from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    text_of,
    thing_id,
)
from courses.questions.scenario.examples import EXAMPLES
from courses.questions.scenario.tree import (
    end_of,
    leading_to_whole_mark,
    step_after,
    tree_problems,
    walk,
)
from courses.questions.weights import from_percent


class ChoiceBlock(StructBlock):
    text = CharBlock(label=gettext_lazy("What people may do"), max_length=300)
    to = CharBlock(
        label=gettext_lazy("Leads to"),
        max_length=60,
        help_text=gettext_lazy("The name of a moment or of an ending."),
    )
    feedback = TextBlock(label=gettext_lazy("What to say to it"), required=False)


class MomentBlock(StructBlock):
    name = CharBlock(label=gettext_lazy("Name"), max_length=60)
    text = TextBlock(label=gettext_lazy("What happens"), rows=3)
    options = ListBlock(ChoiceBlock(), label=gettext_lazy("Choices"), min_num=2)


class EndingBlock(StructBlock):
    name = CharBlock(label=gettext_lazy("Name"), max_length=60)
    text = TextBlock(label=gettext_lazy("How it ends"), rows=3)
    percent = CharBlock(label=gettext_lazy("Part of the mark, per cent"), max_length=10)


class ScenarioBlock(Words):
    steps = ListBlock(
        MomentBlock(),
        label=gettext_lazy("Moments"),
        min_num=1,
        help_text=gettext_lazy("It begins with the first."),
    )
    endings = ListBlock(EndingBlock(), label=gettext_lazy("Endings"), min_num=1)


class Scenario(QuestionType):
    """A small tree of decisions.

    Data: {"steps": [{"name", "text", "options": [{"id", "text", "to", "feedback"}]}],
    "endings": [{"name", "text", "percent"}]}. Answer: the ids of what was chosen, in order. Each
    moment is sent when its turn comes; what was chosen before can be changed until then.
    """

    name = "scenario"
    label = gettext_lazy("A situation that unfolds")
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return ScenarioBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        endings = [
            {name: text_of(one, name) for name in ("name", "text", "percent")}
            for one in value["endings"]
        ]
        return {"steps": [step_of(step) for step in value["steps"]], "endings": endings}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        names = ("text", "to", "feedback")
        steps = [
            {
                "name": step["name"],
                "text": step["text"],
                "options": [{name: o[name] for name in names} for o in step["options"]],
            }
            for step in data["steps"]
        ]
        return {"steps": steps, "endings": data["endings"]}

    def validate(self, data: Data) -> list[str]:
        return tree_problems(data)

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        """The moment that the choices so far lead to; at an ending, the last one again."""
        path = list(answer or [])
        step = step_after(data, path) or step_after(data, path[:-1]) or data["steps"][0]
        field = forms.ChoiceField(
            label=step["text"],
            choices=[(option["id"], option["text"]) for option in step["options"]],
            widget=forms.RadioSelect,
            initial=path[-1] if end_of(data, path) else None,
            error_messages={
                "required": _("Choose what to do"),
                "invalid_choice": _("Choose from the answers to this question"),
            },
        )
        return {"answer": field}

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        """What was chosen before this moment, and this: sent twice, it is one choice."""
        path = list(before or [])
        for length in range(len(path) + 1):
            step = step_after(data, path[:length])
            if step and any(option["id"] == typed["answer"] for option in step["options"]):
                return [*path[:length], typed["answer"]]
        return None

    def accepts(self, data: Data, answer: Answer) -> bool:
        return isinstance(answer, list) and bool(answer) and walk(data, answer) is not None

    def is_complete(self, data: Data, answer: Answer) -> bool:
        return self.accepts(data, answer) and end_of(data, answer) is not None

    def mark(self, data: Data, answer: Answer) -> Fraction:
        end = end_of(data, answer) if self.accepts(data, answer) else None
        return from_percent(end["percent"]) if end else Fraction(0)

    def answer_text(self, data: Data, answer: Answer) -> str:
        if not self.is_complete(data, answer):
            return ""
        return "; ".join(option["text"] for _step, option in walk(data, answer) or ())

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        """What was chosen at each moment and, where that was no good, what was; then the end."""
        chosen = (walk(data, answer) or []) if self.accepts(data, answer) else []
        good, lines = leading_to_whole_mark(data), []
        for step, option in chosen:
            right = option["to"] in good
            told = [option] if right else [option, *(o for o in step["options"] if o["to"] in good)]
            lines += [
                OptionReview(
                    f"{step['text']} {one['text']}",
                    one["to"] in good,
                    one is option,
                    one["feedback"],
                )
                for one in told
            ]
        end = end_of(data, answer) if chosen else None
        if end:
            lines.append(OptionReview(end["text"], None, False))
        return tuple(lines)


def step_of(value: Mapping[str, Any]) -> Data:
    name = text_of(value, "name")
    options = [
        {
            "id": thing_id(f"{name}: {text_of(option, 'text')}"),
            **{part: text_of(option, part) for part in ("text", "to", "feedback")},
        }
        for option in value["options"]
    ]
    return {"name": name, "text": text_of(value, "text"), "options": options}
