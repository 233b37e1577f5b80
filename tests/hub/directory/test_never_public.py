"""Nobody but a verified practitioner meets the directory: in search, site map or open page."""

import pytest
from django.db.models import Q
from django.test import Client

from hub.access.registry import kinds
from hub.access.rules import rule
from hub.access.tokens import PRACTITIONER
from hub.directory.models import Conversation, Message
from search.models import Entry
from tests.factories.directory import conversation_with, lead_of, listed_person
from tests.factories.people import AreaFactory

pytestmark = pytest.mark.django_db

WORD = "Quillonby"


@pytest.fixture
def somebody() -> int:
    """Whose every word in the directory is one that stands nowhere else."""
    person = listed_person(work_name=WORD, helps_with=WORD)
    lead_of(AreaFactory(), name=WORD)
    made = conversation_with(person)
    made.messages.create(sender=person, body=WORD)
    return person.pk


def test_all_that_search_holds_of_it_is_for_practitioners(somebody: int) -> None:
    holding = Entry.objects.filter(
        Q(text__title__contains=WORD) | Q(text__body__contains=WORD) | Q(sections__text=WORD)
    )
    assert {entry.rule.rule for entry in holding} == {rule([PRACTITIONER])}


def test_messages_are_no_kind_to_find() -> None:
    assert not {kind.model for kind in kinds()} & {Conversation, Message}


@pytest.mark.parametrize(
    "address", ["/", "/people/", "/sitemap.xml", f"/search/?q={WORD}", "/forum/", "/help-now/"]
)
def test_a_stranger_reads_nothing_of_it(somebody: int, address: str) -> None:
    found = Client().get(address).content.decode().replace(f"q={WORD}", "")
    assert f"/people/{somebody}/" not in found
    assert "/people/colleagues/" not in found


@pytest.mark.parametrize("address", ["leads/", "colleagues/", "listing/", "messages/"])
def test_a_stranger_is_asked_to_sign_in(address: str) -> None:
    assert Client().get(f"/people/{address}")["Location"].startswith("/accounts/login/")
