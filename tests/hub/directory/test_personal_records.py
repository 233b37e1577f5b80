"""What becomes of entries and messages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.access.personal_data import record_named
from hub.directory.models import Conversation, Listing, Message
from hub.mydata.services import erase_account
from hub.taxonomy.models import Theme
from tests.factories.directory import conversation_with, listed_person

pytestmark = pytest.mark.django_db


def test_an_erased_account_leaves_neither_entry_nor_message() -> None:
    person = listed_person()
    conversation_with(person)
    conversation_with(listed_person(), starter=person)
    erase_account(person=person, by=person)
    assert not Listing.objects.filter(person=person).exists()
    assert not Conversation.objects.of(person.pk).exists()
    assert not Message.objects.exists()


def test_people_take_away_what_they_said_and_wrote() -> None:
    person = listed_person(helps_with="Cuckooing.", themes=Theme.objects.filter(slug="mapping"))
    conversation_with(listed_person(), starter=person)
    said = list(record_named("listings").export(person))
    written = list(record_named("conversations").export(person))
    assert (said[0]["helps_with"], said[0]["themes"]) == ("Cuckooing.", "Mapping")
    assert [row["body"] for row in written if "body" in row] == ["Who knows the bus station?"]


def test_nobody_takes_away_what_the_other_wrote() -> None:
    person = listed_person()
    conversation_with(person)
    assert not [row for row in record_named("conversations").export(person) if "body" in row]


def test_a_conversation_ends_by_its_last_message() -> None:
    old, fresh = conversation_with(listed_person()), conversation_with(listed_person())
    before = timezone.now() - timedelta(days=180)
    Conversation.objects.filter(pk=old.pk).update(last_at=before - timedelta(minutes=1))
    purge = record_named("conversations").purge
    assert purge is not None
    assert purge(before) == 1
    assert list(Conversation.objects.all()) == [fresh]
