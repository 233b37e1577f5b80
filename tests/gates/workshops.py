"""Screens of workshops: to book, to teach, to sign off."""

from collections.abc import Iterator

from courses.models import Workshop
from courses.services.attendance import add_walk_in
from courses.services.signing_off import sign_off
from courses.services.workshops import cancel_workshop
from tests.factories.courses import sit_quiz
from tests.factories.workshops import begun, booked, course_asking_for, make_workshop
from tests.gates.people import person
from tests.gates.screens import Screen, sent

ONLINE = "https://meet.agency.example/room-7"


def workshop_screens() -> Iterator[Screen]:
    """Full, with a seat, on the waiting list, over, online, cancelled."""
    full, online = Workshop.objects.coming().get().get_absolute_url(), make_workshop(link=ONLINE)
    booked(online, person("learner"))
    over = Workshop.objects.earliest("starts_at").get_absolute_url()
    yield Screen("/learning/workshops/")
    yield Screen("/learning/workshops/", "trainer")
    for who in ("", "learner", "practitioner", "moderator", "trainer"):
        yield Screen(full, who)
    yield Screen(f"{full}give-up/", "learner")
    yield Screen(over, "practitioner")
    yield Screen(online.get_absolute_url(), "learner")
    called_off = make_workshop(course_asking_for(attendance=True, sign_off=True))
    booked(called_off, person("learner"))
    cancel_workshop(workshop=called_off, reason="The hall is flooded.", by_id=None)
    yield Screen(called_off.get_absolute_url(), "learner")
    yield Screen(called_off.course.url, "learner")


def teaching_screens() -> Iterator[Screen]:
    """A list before its day, empty, to tick, and whoever is signed off."""
    course, trainer = course_asking_for(attendance=True, sign_off=True), person("trainer")
    yield Screen("/learning/teaching/", "trainer")
    empty = make_workshop(course, trainer=trainer)
    yield Screen(f"/learning/teaching/{empty.code}/", "trainer")
    early = booked(make_workshop(course, trainer=trainer), person("lead")).workshop
    yield Screen(f"/learning/teaching/{early.code}/", "trainer")
    mine = booked(make_workshop(course, trainer=trainer), person("practitioner"))
    begun(mine.workshop)
    address = f"/learning/teaching/{mine.workshop.code}/"
    add_walk_in(workshop=mine.workshop, person=person("learner"), by_id=trainer.pk)
    for key in ("practitioner", "learner"):
        sit_quiz(person(key), course, right=1)
    yield Screen(address, "trainer")
    yield Screen(f"{address}walk-in/", "trainer")
    yield sent(f"{address}walk-in/", "trainer", email="nobody@agency.example")
    yield Screen("/learning/teaching/", "trainer")
    note = "Ask open questions."
    given = sign_off(
        person=person("practitioner"), course=course, by=trainer, is_ready=False, note=note
    )
    signing = f"/learning/teaching/courses/{course.pk}/people/{given.person_id}/"
    yield Screen(signing, "trainer")
    yield sent(signing, "trainer", outcome="not_yet", note="")
    yield Screen(f"/learning/teaching/sign-offs/{given.pk}/take-back/", "trainer")
    yield Screen(course.url, "practitioner")
    yield Screen(f"/learning/courses/{course.pk}/quiz/", "practitioner")
