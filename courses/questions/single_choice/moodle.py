from courses.exchange.moodle.choices import ChoiceForm
from courses.questions.single_choice.type import SingleChoice


class SingleChoiceForm(ChoiceForm):
    kind = SingleChoice()


FORM = SingleChoiceForm()
