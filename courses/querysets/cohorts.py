from typing import Self

from django.apps import apps
from django.db.models import Count, Q, QuerySet

from courses.scope import Scope


class CohortQuerySet(QuerySet):
    def within(self, scope: Scope) -> Self:
        """Of the areas and organisations that somebody leads."""
        here = Q(area__in=scope.area_ids) | Q(organisation__area__in=scope.area_ids)
        return self.filter(here | Q(organisation__in=scope.organisation_ids))

    def counted(self) -> Self:
        """With how many courses each is asked to do."""
        return self.annotate(courses=Count("assignments")).order_by("name", "pk")


class AssignmentQuerySet(QuerySet):
    def within(self, scope: Scope) -> Self:
        """Of the people, and of the cohorts, of what somebody leads."""
        cohorts = apps.get_model("courses", "Cohort").objects.within(scope)
        return self.filter(Q(person__in=scope.people()) | Q(cohort__in=cohorts))

    def asked_of(self, person_id: int | None) -> Self:
        """Of somebody alone, or of a cohort that they are in."""
        alone, together = Q(person=person_id), Q(cohort__members__person=person_id)
        return self.filter(alone | together).distinct()
