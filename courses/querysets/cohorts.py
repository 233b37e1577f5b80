from typing import Self

from django.db.models import Q, QuerySet

from courses.scope import Scope


class CohortQuerySet(QuerySet):
    def within(self, scope: Scope) -> Self:
        """Of the areas and organisations that somebody leads."""
        here = Q(area__in=scope.area_ids) | Q(organisation__area__in=scope.area_ids)
        return self.filter(here | Q(organisation__in=scope.organisation_ids))


class AssignmentQuerySet(QuerySet):
    def asked_of(self, person_id: int | None) -> Self:
        """Of somebody alone, or of a cohort that they are in."""
        alone, together = Q(person=person_id), Q(cohort__members__person=person_id)
        return self.filter(alone | together).distinct()
