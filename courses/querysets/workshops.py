import datetime
from typing import Any, Self

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from courses.enums import Seat
from courses.querysets.learning import OwnQuerySet
from courses.querysets.questions import pages
from hub.access.pages import readable_or_draft, readable_pages
from hub.access.readers import Reader


class WorkshopQuerySet(QuerySet[Any]):
    def readable_by(self, reader: Reader) -> Self:
        """Of courses that this reader may see."""
        return self.filter(course__in=readable_pages(pages("CoursePage"), reader))

    def written_by(self, reader: Reader) -> Self:
        """Those of drafts too."""
        return self.filter(course__in=readable_or_draft(pages("CoursePage"), reader))

    def standing(self) -> Self:
        return self.filter(cancelled_at=None)

    def coming(self, now: datetime.datetime | None = None) -> Self:
        """Standing ones that aren't over, the next first."""
        return self.standing().filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def given_by(self, person_id: int | None) -> Self:
        return self.filter(trainer_id=person_id)

    def with_seats(self, person_id: int | None = None) -> Self:
        """With `taken` and `waiting` as numbers, and `own`: what this person has in it."""
        own = self.model._meta.get_field("bookings").related_model.objects.filter(
            workshop=OuterRef("pk"), person_id=person_id
        )
        return self.annotate(
            taken=Count("bookings", filter=Q(bookings__seat=Seat.BOOKED)),
            waiting=Count("bookings", filter=Q(bookings__seat=Seat.WAITING)),
            own=Subquery(own.values("seat")[:1]),
        )


class BookingQuerySet(OwnQuerySet):
    def booked(self) -> Self:
        return self.filter(seat=Seat.BOOKED)

    def waiting(self) -> Self:
        """In the order in which they get a seat."""
        return self.filter(seat=Seat.WAITING).order_by("asked_at", "pk")

    def held(self) -> Self:
        """Seats and places on the waiting list."""
        return self.exclude(seat=Seat.GIVEN_UP)

    def attended(self) -> Self:
        return self.filter(came=True)


class SignOffQuerySet(OwnQuerySet):
    def standing(self) -> Self:
        return self.filter(taken_back_at=None)
