"""What a question type must say of itself."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from wagtail.blocks import StructBlock

Data = dict[str, Any]
Answer = Any


@dataclass(frozen=True, slots=True)
class OptionReview:
    """One option as a result shows it."""

    text: str
    right: bool
    chosen: bool
    feedback: str = ""


class QuestionType(ABC):
    """How a question is written, asked, marked and shown afterwards.

    `data` is what a version stores, `answer` what an attempt stores; both are plain JSON.
    Methods are pure: the same data and answer always give the same result.
    """

    name: ClassVar[str]
    label: ClassVar[str | Promise]

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
    def form_field(self, data: Data, seed: str) -> forms.Field:
        """The control of a learner. `seed` settles the order of options; "" keeps the editor's."""

    @abstractmethod
    def answer_from_form(self, value: Any) -> Answer:
        """What to store of a cleaned form value; None for no answer."""

    @abstractmethod
    def form_from_answer(self, answer: Answer) -> Any: ...

    @abstractmethod
    def accepts(self, data: Data, answer: Answer) -> bool:
        """Whether this is an answer to this question, and not to another or to none."""

    @abstractmethod
    def mark(self, data: Data, answer: Answer) -> Fraction:
        """The part of one mark that the answer earns, 0 to 1. No answer earns 0."""

    @abstractmethod
    def answer_text(self, data: Data, answer: Answer) -> str:
        """The answer in words, for the page on which answers are checked."""

    @abstractmethod
    def review(self, data: Data, answer: Answer) -> Sequence[OptionReview]:
        """What the result page shows. It tells what is right: only once an attempt is closed."""
