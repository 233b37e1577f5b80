from django.utils.translation import gettext_lazy as _

from courses.questions.choices import ChoiceType


class SingleChoice(ChoiceType):
    """Exactly one option is right."""

    name = "single_choice"
    label = _("One right answer")
