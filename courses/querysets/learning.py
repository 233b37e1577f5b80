import datetime
from typing import Self

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from courses.enums import QuizKind
from courses.querysets.questions import pages
from hub.access.pages import readable_or_draft
from hub.access.readers import Reader


class OwnQuerySet(QuerySet):
    """Of what is one person's."""

    def of(self, person_id: int | None) -> Self:
        return self.filter(person_id=person_id)


class CheckAnswerQuerySet(OwnQuerySet):
    def right(self) -> Self:
        return self.filter(right_at__isnull=False)


class SurveyQuerySet(OwnQuerySet):
    def answered(self) -> Self:
        """Asked and answered, if only to say no."""
        return self.filter(answered_at__isnull=False)


class RemarkQuerySet(QuerySet):
    def open(self) -> Self:
        return self.filter(dealt_on=None)


class RefresherItemQuerySet(QuerySet):
    def answered(self) -> Self:
        return self.filter(answered_at__isnull=False)


class AttemptQuerySet(OwnQuerySet):
    def open(self) -> Self:
        return self.filter(submitted_at=None)

    def submitted(self) -> Self:
        return self.filter(submitted_at__isnull=False)

    def at_final(self) -> Self:
        """Those that count."""
        return self.filter(quiz__kind=QuizKind.FINAL)


class CertificateQuerySet(OwnQuerySet):
    def standing(self) -> Self:
        """Not revoked; it may have run out."""
        return self.filter(revoked_at=None)

    def revoked(self) -> Self:
        return self.exclude(revoked_at=None)

    def valid(self, on: datetime.date | None = None) -> Self:
        day = on or timezone.localdate()
        return self.standing().filter(Q(valid_until=None) | Q(valid_until__gte=day))

    def newest(self) -> Self:
        """Without those that a later one renews."""
        same = {"person": OuterRef("person"), "course": OuterRef("course")}
        standing = self.model._default_manager.standing()
        later = standing.filter(**same, issued_at__gt=OuterRef("issued_at"))
        return self.exclude(Exists(later))

    def readable_by(self, reader: Reader) -> Self:
        """Those of courses that the reader may see, or is writing."""
        return self.filter(course__in=readable_or_draft(pages("CoursePage"), reader))

    def expiring_first(self) -> Self:
        return self.order_by(F("valid_until").asc(nulls_last=True), "-issued_at")
