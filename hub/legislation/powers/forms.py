from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.legislation.powers.answers import Answers
from hub.legislation.powers.questions import Question

# Sent along by the button: an address without an answer isn't wrong, a form without one is.
ASKED = "asked"


class QuestionForm(forms.Form):
    """One question as radios; the other answers go along hidden. It is sent by GET."""

    def __init__(self, question: Question, answers: Answers, query: Mapping[str, str]) -> None:
        sent = query if query.get(ASKED) == question.name else None
        super().__init__(sent)
        self.question = question
        self.others = {name: kept for name, kept in answers.given.items() if name != question.name}
        self.fields[question.name] = forms.ChoiceField(
            label=question.words,
            help_text=question.hint,
            choices=list(question.options.items()),
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Choose an answer."),
                "invalid_choice": _("Choose one of these answers."),
            },
        )

    @property
    def asked(self) -> forms.BoundField:
        return self[self.question.name]
