"""What the powers finder asks, one question a page, in the order in which it asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hub.legislation.powers.enums import Concern, Exploited, Problem, Words
from hub.taxonomy.models import AgencyType, Nation


@dataclass(frozen=True, slots=True)
class Question:
    """`name` is its word in the address; `options` are values with their words."""

    name: str
    words: Words
    short: Words
    hint: Words
    options: Mapping[str, Words]


def choices_of(listed: type[TextChoices]) -> dict[str, Words]:
    return {item.value: item.label for item in listed}


def questions() -> dict[str, Question]:
    """By name. Two queries: agencies and nations are rows that people may rename."""
    asked = (
        Question(
            "exploited",
            _("Could this person be exploited?"),
            _("Could they be exploited"),
            _(
                "Anybody who carries, holds, hides or sells for others, owes them, or is afraid of "
                "them. If it’s about a place, think of whoever is found there."
            ),
            choices_of(Exploited),
        ),
        Question(
            "who",
            _("Who are you?"),
            _("You are"),
            _("In a council, choose your own team. You can change it and look as another."),
            dict(AgencyType.objects.values_list("slug", "name")),
        ),
        Question(
            "problem",
            _("What is the problem?"),
            _("The problem"),
            _("The one that worries you most. You can come back and choose another."),
            choices_of(Problem),
        ),
        Question(
            "about",
            _("Whom does it concern?"),
            _("It concerns"),
            _("The person you’re worried about, not the person who harms them."),
            choices_of(Concern),
        ),
        Question(
            "where",
            _("Where is it?"),
            _("Where"),
            _("The law differs between the four nations. Choose where it happens."),
            dict(Nation.objects.values_list("slug", "name")),
        ),
    )
    return {question.name: question for question in asked}
