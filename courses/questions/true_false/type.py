from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.questions.base import Data
from courses.questions.choices import ChoiceType
from courses.questions.true_false.examples import EXAMPLES


class TrueFalse(ChoiceType):
    """A statement with two options, which keep their order."""

    name = "true_false"
    label = gettext_lazy("True or false")
    mixes_options = False
    examples = EXAMPLES

    def validate(self, data: Data) -> list[str]:
        problems = super().validate(data)
        if len(data["options"]) > 2:
            problems.append(_("A true or false question has two answers."))
        return problems
