"""A marking closes entries and empties them, and lets them be found by their titles."""

import pytest

from hub.access.enums import Marking
from hub.access.markings import SENSITIVE_CLAUSES
from hub.access.rules import EVERYONE
from search.models import Entry
from search.sync.reconcile import reconcile
from tests.factories.forum import SpaceFactory, question
from tests.factories.pages import guidance, mark_sensitive
from tests.factories.people import UserFactory, practitioner_client, sign_in

pytestmark = pytest.mark.django_db


def entry(kind: str, pk: int) -> Entry:
    return Entry.objects.select_related("text", "rule").get(kind=kind, object_id=pk)


def words(found: Entry) -> str:
    text = found.text
    sections = [part for s in found.sections.all() for part in (s.heading, s.text)]
    return "\n".join((text.title, text.aliases, text.summary, text.body, *sections)).strip()


def test_marking_takes_the_words_out_and_closes_the_entry() -> None:
    page = guidance(title="Quietly", summary="zebra zebra")
    mark_sensitive(page)
    found = entry("guidance", page.pk)
    assert (words(found), found.rule.rule) == ("Quietly", SENSITIVE_CLAUSES)


def test_marking_a_page_above_does_the_same_below() -> None:
    page = guidance(title="Quietly", summary="zebra zebra")
    mark_sensitive(page.get_parent())
    assert words(entry("guidance", page.pk)) == "Quietly"


def test_taking_the_marking_away_brings_the_words_back() -> None:
    page = guidance(title="Quietly", summary="zebra zebra")
    mark_sensitive(page).delete()
    found = entry("guidance", page.pk)
    assert "zebra" in words(found)
    assert found.rule.rule == EVERYONE


def test_the_rows_of_marked_things_are_those_that_reconciling_expects() -> None:
    mark_sensitive(guidance(summary="zebra"))
    assert reconcile(repair=False).wrong == []


def test_a_space_that_is_marked_empties_the_entries_of_its_threads() -> None:
    thread = question(title="Quietly", body="zebra zebra")
    thread.space.marking = Marking.OFFICIAL_SENSITIVE
    thread.space.save()
    found = entry("thread", thread.pk)
    assert (words(found), found.rule.rule) == ("Quietly", SENSITIVE_CLAUSES)


def test_a_post_in_a_marked_space_is_never_indexed() -> None:
    space = SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE)
    thread = question(title="Quietly", body="zebra zebra", space=space)
    assert words(entry("thread", thread.pk)) == "Quietly"


def test_who_may_read_it_finds_it_by_its_title_and_not_by_its_text() -> None:
    page = guidance(title="Quietly", summary="zebra zebra")
    mark_sensitive(page)
    client = practitioner_client()
    assert page.url in client.get("/search/?q=quietly").content.decode()
    assert page.url not in client.get("/search/?q=zebra").content.decode()


def test_nobody_else_finds_it_from_the_next_request_on(client: object) -> None:
    page = guidance(title="Quietly", summary="zebra zebra")
    sign_in(client, UserFactory(), mfa=True)
    assert page.url in client.get("/search/?q=quietly").content.decode()
    mark_sensitive(page)
    assert page.url not in client.get("/search/?q=quietly").content.decode()
