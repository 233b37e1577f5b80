"""What a question type must say of itself."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import StructBlock, TextBlock

Data = dict[str, Any]
Answer = Any
Typed = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OptionReview:
    """One line of a result: an option, a pair, a step. It may be right, chosen, both or neither.

    `right` is None of what is neither right nor wrong.
    """

    text: str
    right: bool | None
    chosen: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example of marking, which a trainer reads and a test holds the type to.

    `written` is what an editor enters, `typed` what a learner's form brings, step by step where
    the question has steps. `marks` is a part of 1, such as "1/2".
    """

    written: Mapping[str, Any]
    typed: Sequence[Typed]
    marks: str
    why: str


class Words(StructBlock):
    """What every question has, around the part of its type."""

    stem = TextBlock(
        label=gettext_lazy("Question"),
        rows=3,
        help_text=gettext_lazy(
            "A moment at work, then what to decide. No trick, no double negative."
        ),
    )

    class Meta:
        icon = "help"

    def __init__(self, **kwargs: Any) -> None:
        hint = TextBlock(
            label=gettext_lazy("Hint"),
            required=False,
            rows=2,
            help_text=gettext_lazy("For who gets stuck: where to look, not what to choose."),
        )
        explanation = TextBlock(
            label=gettext_lazy("Explanation"),
            required=False,
            help_text=gettext_lazy(
                "Shown to everybody with the result: what makes the answer right."
            ),
        )
        super().__init__([("hint", hint), ("explanation", explanation)], **kwargs)


class QuestionType(ABC):
    """How a question is written, asked, marked and shown afterwards.

    `data` is what a version stores, `answer` what an attempt stores; both are plain JSON.
    Methods are pure: the same data and answer always give the same result.
    """

    name: ClassVar[str]
    label: ClassVar[str | Promise]
    # Whether it counts towards the result. What doesn't is still kept with the attempt.
    scored: ClassVar[bool] = True
    # Whether people write words of their own, which go when their account does.
    in_own_words: ClassVar[bool] = False
    examples: ClassVar[Sequence[Example]] = ()

    @property
    def template(self) -> str:
        return f"courses/questions/{self.name}.html"

    @abstractmethod
    def editor_block(self) -> StructBlock:
        """The form in which an editor writes the part of a question that is this type's own."""

    @abstractmethod
    def data_from_editor(self, value: Any) -> Data: ...

    @abstractmethod
    def editor_from_data(self, data: Data) -> dict[str, Any]: ...

    @abstractmethod
    def validate(self, data: Data) -> list[str]:
        """What an editor must mend, in plain words; empty when nothing."""

    @abstractmethod
    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        """The controls of a learner, with the answer so far; each name begins with "answer".

        `seed` settles the order of options; "" keeps the editor's.
        """

    def layout(self, data: Data) -> Sequence[tuple[str, str]]:
        """Where controls stand inside a text: what comes before each, and its name or ""."""
        return ()

    def problems(self, data: Data, typed: Typed) -> Mapping[str, str]:
        """By the control's name, what a learner must mend although each control is filled in."""
        return {}

    @abstractmethod
    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        """What to store of the cleaned controls and the answer so far; None for no answer."""

    @abstractmethod
    def accepts(self, data: Data, answer: Answer) -> bool:
        """Whether this is an answer to this question, and not to another or to none."""

    def is_complete(self, data: Data, answer: Answer) -> bool:
        """Whether nothing more is asked. A question of several steps comes again until it is."""
        return self.accepts(data, answer)

    @abstractmethod
    def mark(self, data: Data, answer: Answer) -> Fraction:
        """The part of one mark that the answer earns, 0 to 1. No answer earns 0."""

    @abstractmethod
    def answer_text(self, data: Data, answer: Answer) -> str:
        """An accepted answer in words, for the page on which answers are checked; "" for None."""

    def offered(self, data: Data) -> Sequence[tuple[str, str, bool]]:
        """Id, words and rightness of each answer to choose from, if an answer is a list of ids."""
        return ()

    def without_feedback(self, data: Data) -> Sequence[str]:
        """Wrong answers that a learner may choose and be told nothing about."""
        return ()

    @abstractmethod
    def review(self, data: Data, answer: Answer) -> Sequence[OptionReview]:
        """What the result page shows of an accepted answer or None.

        It tells what is right: only once an attempt is closed.
        """


def thing_id(text: str) -> str:
    """An id that stays with the words and says nothing of their place or rightness."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def mixed(things: Iterable[Data], seed: str) -> list[Data]:
    """The same order for the same seed on every machine; the editor's order for none."""
    if not seed:
        return list(things)
    return sorted(things, key=lambda one: hashlib.sha256(f"{seed}:{one['id']}".encode()).digest())


def text_of(value: Mapping[str, Any], name: str) -> str:
    """What an editor entered, without spaces around it; "" for nothing."""
    return str(value.get(name) or "").strip()


def things_of(texts: Iterable[str]) -> list[Data]:
    return [{"id": thing_id(text), "text": text} for text in texts]


def twice(texts: Sequence[str]) -> str:
    """The first text that stands twice; "" where none does."""
    return next((text for place, text in enumerate(texts) if text in texts[:place]), "")


def repeated(texts: Sequence[str]) -> list[str]:
    """What an editor is told of a text that stands twice; empty where none does."""
    same = twice(texts)
    return [_("“%(text)s” stands twice.") % {"text": same}] if same else []
