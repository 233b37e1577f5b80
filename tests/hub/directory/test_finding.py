"""Colleagues are found by verified practitioners, by what their entry says, while they have one."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import ANONYMOUS, reader_for
from hub.access.registry import kind_named
from hub.directory.models import Listing
from hub.directory.services import leave_directory, save_listing
from hub.taxonomy.models import Area, Theme
from hub.users.models import User
from search.models import Entry
from search.sync.reconcile import reconcile
from tests.factories.directory import lead_of, list_person, listed_person, practitioner_at
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

WORD = "quillonby"


def found(client: Client, words: str = WORD) -> list[str]:
    response = client.get("/search/", {"q": words, "kind": "person"})
    return [result.title for result in response.context["results"]]


def practitioner() -> Client:
    return sign_in(Client(), practitioner_at())


def has_entry(person: User) -> bool:
    return Entry.objects.filter(kind="person", object_id=person.pk).exists()


def test_a_practitioner_finds_a_colleague_by_what_they_help_with() -> None:
    listed_person(work_name="Ash Rowan", helps_with=f"Knows {WORD} cases")
    assert found(practitioner()) == ["Ash Rowan"]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.AUTHOR, Role.ADMINISTRATOR])
def test_nobody_else_does_whatever_their_powers(role: Role) -> None:
    listed_person(work_name="Ash Rowan", helps_with=WORD)
    client = sign_in(Client(), with_role(UserFactory(), role), mfa=True)
    assert found(client) == []


def test_a_stranger_finds_nobody_and_is_told_of_no_such_kind(client: Client) -> None:
    listed_person(work_name="Ash Rowan", helps_with=WORD)
    assert found(client) == []
    assert "Colleagues" not in client.get("/search/?q=ash").content.decode()


def test_the_readers_are_those_of_the_directory_itself() -> None:
    person = listed_person(helps_with=WORD)
    readable = kind_named("person").readable
    assert person in readable(reader_for(practitioner_at()))
    assert not readable(reader_for(UserFactory())).exists()
    assert not readable(ANONYMOUS).exists()


def test_a_lead_is_found_by_the_area(client: Client) -> None:
    lead_of(AreaFactory(name=WORD.title()), name="Ash Rowan")
    assert "Ash Rowan" in found(practitioner())


def test_nothing_of_the_account_is_in_the_index() -> None:
    person = practitioner_at(name="Hidden Name", email="hidden@ardale.example")
    list_person(person, work_name="Ash Rowan", helps_with=WORD)
    entry = Entry.objects.get(kind="person", object_id=person.pk)
    held = f"{entry.text.title} {entry.text.aliases} {entry.text.summary} {entry.text.body}"
    assert "hidden" not in held.lower()


def leaves(person: User) -> None:
    leave_directory(person=person)


def unlists(person: User) -> None:
    save_listing(person=person, is_listed=False, work_name="", helps_with="", themes=[])


def is_no_longer_verified(person: User) -> None:
    for row in Membership.objects.filter(person=person, role=Role.PRACTITIONER):
        row.starts_on, row.ends_on = date(2020, 1, 1), date(2020, 2, 1)
        row.save()


def is_switched_off(person: User) -> None:
    person.is_active = False
    person.save()


def is_deleted(person: User) -> None:
    Listing.objects.filter(person=person).delete()


@pytest.mark.parametrize(
    "ends", [leaves, unlists, is_no_longer_verified, is_switched_off, is_deleted]
)
def test_who_is_no_longer_shown_leaves_the_index_at_once(ends: Callable[[User], None]) -> None:
    person = listed_person(helps_with=WORD)
    assert has_entry(person)
    ends(person)
    assert not has_entry(person)


def test_a_change_of_words_themes_or_names_of_places_counts_at_once() -> None:
    person = practitioner_at(area=AreaFactory(name="Ardale"))
    theme = Theme.objects.create(name="Boats", slug="boats")
    save_listing(person=person, is_listed=True, work_name="Ash", helps_with=WORD, themes=[theme])
    area = Area.objects.get(name="Ardale")
    area.name = "Northdale"
    area.save()
    entry = Entry.objects.get(kind="person", object_id=person.pk)
    assert entry.labels.slugs["theme"] == ["boats"]
    assert "Northdale" in entry.text.summary
    assert reconcile(repair=False).wrong == []


def test_a_membership_that_ran_out_overnight_closes_before_the_rows_know(client: Client) -> None:
    person = listed_person(work_name="Ash Rowan", helps_with=WORD)
    Membership.objects.filter(person=person).update(
        starts_on=date(2020, 1, 1), ends_on=date(2020, 2, 1)
    )
    assert has_entry(person)
    assert found(practitioner()) == []


def test_no_mail_may_name_them() -> None:
    assert kind_named("person").sensitive([1, 2]) == {1, 2}


def test_signing_in_writes_no_row(django_assert_max_num_queries) -> None:
    person = listed_person(helps_with=WORD)
    with django_assert_max_num_queries(1):
        person.save(update_fields=["last_login"])
