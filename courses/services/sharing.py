"""Marks that somebody shares with those who keep a cohort they are in."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from courses.models import Assignment, Attempt, Cohort, CohortMember, CoursePage
from courses.scope import Scope


@dataclass(frozen=True, slots=True)
class SharedResult:
    course: str
    attempt: Attempt


def shared_results(
    scope: Scope, person_id: int, courses: QuerySet[CoursePage]
) -> list[SharedResult]:
    """Attempts at the final quizzes of what those cohorts are asked to do, newest first.

    One query. Practice is nobody else's business.
    """
    shared = CohortMember.objects.filter(
        person_id=person_id, shares_since__isnull=False, cohort__in=Cohort.objects.within(scope)
    )
    asked = Assignment.objects.filter(
        cohort__in=shared.values("cohort"), course__in=courses.order_by().values("pk")
    )
    attempts = Attempt.objects.of(person_id).submitted().at_final()
    rows = attempts.filter(quiz__course__in=asked.values("course")).select_related("quiz__course")
    return [
        SharedResult(attempt.quiz.course.title, attempt)
        for attempt in rows.order_by("-submitted_at")
    ]


def share_results(*, member: CohortMember, shares: bool) -> CohortMember:
    """Marks of each attempt at what the cohort is asked to do; no answer. Taken back at once."""
    since = member.shares_since or timezone.now()
    member.shares_since = since if shares else None
    member.save(update_fields=["shares_since"])
    return member
