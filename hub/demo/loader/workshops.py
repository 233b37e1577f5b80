"""Workshops of courses: one to come, with a waiting list, and one that is over."""

import datetime

from django.utils import timezone

from courses.models import Booking, Workshop
from courses.services.attendance import mark_attendance
from courses.services.bookings import book
from hub.demo.loader.content import Fact, read
from hub.demo.loader.pages import Shelf
from hub.users.models import User

GIVEN_BY = "trainer"


def load_workshops(shelf: Shelf, people: dict[str, User]) -> None:
    """Those that are missing, by title and course."""
    for fact in read("workshops")["workshops"]:
        course = shelf.pages[fact["course"]]
        if not Workshop.objects.filter(course=course, title=fact["title"]).exists():
            load_workshop(Workshop(course=course, trainer=people[GIVEN_BY]), fact, people)


def load_workshop(workshop: Workshop, fact: Fact, people: dict[str, User]) -> None:
    workshop.title, workshop.capacity = fact["title"], fact["seats"]
    workshop.about, workshop.place = fact["about"].strip(), fact["place"].strip()
    workshop.starts_at = moment(fact["days"], fact["starts"])
    workshop.ends_at = moment(fact["days"], fact["ends"])
    workshop.save()
    for key in (*fact.get("booked", ()), *fact.get("waiting", ())):
        book(person=people[key], workshop=workshop)
    came, missed = (load_seats(workshop, fact.get(name, ()), people) for name in ("came", "missed"))
    if came:
        mark_attendance(
            workshop=workshop,
            listed=[*came, *missed],
            came=came,
            by_id=people[GIVEN_BY].pk,
            is_complete=True,
        )


def moment(days: int, clock: str) -> datetime.datetime:
    day = timezone.localdate() + datetime.timedelta(days=days)
    time = datetime.time.fromisoformat(clock)
    return timezone.make_aware(datetime.datetime.combine(day, time))


def load_seats(workshop: Workshop, keys: list[str], people: dict[str, User]) -> list[int]:
    """Seats in what is over, by the ids of their bookings."""
    asked_at = workshop.starts_at - datetime.timedelta(days=14)
    return [
        Booking.objects.create(workshop=workshop, person=people[key], asked_at=asked_at).pk
        for key in keys
    ]
