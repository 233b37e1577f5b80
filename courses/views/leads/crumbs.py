"""Where the pages of leads stand."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from courses.models import Cohort

LEARNING = (_("Your learning"), reverse_lazy("courses:learning"))
PEOPLE = (_("Who has done what"), reverse_lazy("courses:people"))
COHORTS = (_("Cohorts"), reverse_lazy("courses:cohorts"))


def to_cohort(cohort: Cohort) -> list[tuple[object, object]]:
    return [LEARNING, COHORTS, (cohort.name, cohort.get_absolute_url())]
