from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from courses.questions.choices import ChoiceType


class MultipleChoice(ChoiceType):
    """One or more options are right, with part marks."""

    name = "multiple_choice"
    label = _("Several right answers")
    hint = _("Choose all that apply.")
    one_answer = False

    def share(self, right: set[str], chosen: set[str]) -> Fraction:
        """Right ones chosen less wrong ones chosen, over all right ones; never below 0.

        Ticking everything therefore earns nothing when half of the options are wrong.
        """
        points = len(chosen & right) - len(chosen - right)
        return Fraction(max(points, 0), len(right))
