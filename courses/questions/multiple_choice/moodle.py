from courses.exchange.moodle.choices import ChoiceForm
from courses.questions.multiple_choice.type import MultipleChoice


class MultipleChoiceForm(ChoiceForm):
    kind = MultipleChoice()


FORM = MultipleChoiceForm()
