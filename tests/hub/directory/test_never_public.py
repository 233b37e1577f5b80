"""The directory is no kind to find: it is in no search, feed, site map or open page."""

import pytest
from django.test import Client

from hub.access.registry import kinds
from hub.directory.models import Conversation, Listing, Message
from search.models.entry import EntryText
from search.models.section import EntrySection
from tests.factories.directory import conversation_with, lead_of, listed_person, practitioner_at
from tests.factories.people import AreaFactory, sign_in

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


def test_search_holds_nothing_of_it(somebody: int) -> None:
    assert not EntryText.objects.filter(body__contains=WORD).exists()
    assert not EntrySection.objects.filter(text__contains=WORD).exists()


def test_no_kind_is_registered_for_it() -> None:
    assert not {kind.model for kind in kinds()} & {Listing, Conversation, Message}


@pytest.mark.parametrize(
    "address", ["/", "/people/", "/sitemap.xml", f"/search/?q={WORD}", "/forum/", "/help-now/"]
)
def test_a_stranger_reads_nothing_of_it(somebody: int, address: str) -> None:
    found = Client().get(address).content.decode().replace(f"q={WORD}", "")
    assert f"/people/{somebody}/" not in found
    assert "/people/colleagues/" not in found


def test_a_practitioner_finds_nobody_by_search(somebody: int) -> None:
    client = sign_in(Client(), practitioner_at())
    assert f"/people/{somebody}/" not in client.get(f"/search/?q={WORD}").content.decode()


@pytest.mark.parametrize("address", ["leads/", "colleagues/", "listing/", "messages/"])
def test_a_stranger_is_asked_to_sign_in(address: str) -> None:
    assert Client().get(f"/people/{address}")["Location"].startswith("/accounts/login/")
