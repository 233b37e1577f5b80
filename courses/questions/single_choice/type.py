from django.utils.translation import gettext_lazy as _

from courses.questions.choices import ChoiceType
from courses.questions.single_choice.examples import EXAMPLES


class SingleChoice(ChoiceType):
    """Exactly one option is right."""

    name = "single_choice"
    label = _("One right answer")
    examples = EXAMPLES
