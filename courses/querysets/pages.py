from collections.abc import Iterable
from typing import Self

from django.db.models import Q
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from courses.enums import QuizKind


class TeachingQuerySet(PageQuerySet):
    """Courses, modules and lessons."""

    def below(self, pages: Iterable[Page]) -> Self:
        """In tree order. One query for any number of pages; none for no pages."""
        inside = Q()
        for page in pages:
            inside |= Q(path__startswith=page.path, depth__gt=page.depth)
        return self.filter(inside).order_by("path") if inside else self.none()

    def within(self, pages: Iterable[Page]) -> Self:
        """These pages and all below them."""
        inside = Q(pk__in=[])
        for page in pages:
            inside |= Q(path__startswith=page.path)
        return self.filter(inside)

    def with_records(self) -> Self:
        """Courses that a quiz or a learner depends on, so that deleting them is refused."""
        return self.exclude(quizzes=None, enrolments=None)

    def without_final_quiz(self) -> Self:
        """They give a certificate for nothing that a quiz tests; practice they may have."""
        return self.exclude(quizzes__kind=QuizKind.FINAL)

    def started_by(self, person_id: int | None) -> Self:
        """Courses someone is enrolled in, the newest enrolment first."""
        mine = self.filter(enrolments__person_id=person_id)
        return mine.order_by("-enrolments__created_at")


TeachingManager = PageManager.from_queryset(TeachingQuerySet)
