from django.utils.translation import gettext_lazy as _

from courses.questions.choices import ChoiceType
from courses.questions.multiple_choice.examples import EXAMPLES


class MultipleChoice(ChoiceType):
    """One or more options are right, with part marks.

    Right ones chosen less wrong ones chosen, over all right ones; never below 0. Ticking everything
    therefore earns nothing when half of the options are wrong.
    """

    name = "multiple_choice"
    label = _("Several right answers")
    hint = _("Choose all that apply.")
    one_answer = False
    examples = EXAMPLES
