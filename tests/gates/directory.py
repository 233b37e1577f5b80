"""Screens of the directory: before one is verified, lists, entries, one's own, and messages."""

from collections.abc import Iterator

from hub.directory.services import start_conversation, stop_conversation
from tests.factories.directory import listed_person
from tests.factories.people import AreaFactory
from tests.gates.people import NEWCOMER, newcomer, person
from tests.gates.screens import Screen, sent

READER, LEAD = "practitioner", "lead"


def directory_screens() -> Iterator[Screen]:
    newcomer()
    yield Screen("/people/", NEWCOMER)
    yield Screen("/people/leads/?area=brimlow-police-area", READER)
    AreaFactory(name="Nobody's corner", slug="corner")
    yield Screen("/people/leads/?area=corner&area=ardale", READER)
    yield Screen("/people/colleagues/?agency=housing&area=ardale", READER)
    yield Screen("/people/colleagues/?theme=leadership&agency=health", READER)
    yield from entry_screens()
    yield from message_screens()


def entry_screens() -> Iterator[Screen]:
    """One's own: a newcomer's, a practitioner's and a lead's, right and wrong."""
    for who in (NEWCOMER, READER, LEAD, "analyst"):
        yield Screen("/people/listing/", who)
    yield sent("/people/listing/", READER, work_name="a@b.example", helps_with="07700 900123")
    yield Screen(f"/people/{person(LEAD).pk}/", READER)
    yield Screen(f"/people/{person(LEAD).pk}/", LEAD)


def message_screens() -> Iterator[Screen]:
    yield Screen("/people/messages/", "analyst")
    reader, lead = person(READER), person(LEAD)
    yield Screen(f"/people/{lead.pk}/write/", READER)
    yield sent(f"/people/{lead.pk}/write/", READER)
    yield sent(f"/people/{lead.pk}/write/", READER, body="Kai, 14, rang from 07700 900123.")
    made = start_conversation(starter=reader, other=lead, body="Who knows the bus station?")
    for who in (READER, LEAD):
        yield Screen("/people/messages/", who)
        yield Screen(made.get_absolute_url(), who)
    yield sent(made.get_absolute_url(), LEAD)
    trainer = person("trainer")
    stopped = start_conversation(starter=reader, other=trainer, body="Again?")
    stop_conversation(conversation=stopped, by=trainer)
    yield Screen(stopped.get_absolute_url(), "trainer")
    yield Screen(f"/people/{trainer.pk}/write/", READER)
    gone = listed_person()
    left = start_conversation(starter=reader, other=gone, body="Still there?")
    gone.memberships.all().delete()
    yield Screen(left.get_absolute_url(), READER)
