"""One's own entry: chosen, changed and left."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import DetailsCheck, Membership
from hub.directory.models import Listing
from hub.taxonomy.models import Theme
from hub.users.models import User
from tests.factories.directory import (
    conversation_with,
    lead_of,
    list_person,
    listed_person,
    practitioner_at,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

Read = Callable[..., str]
OWN = "/people/listing/"


def send(person: User, **typed: object) -> str:
    answer = sign_in(Client(), person).post(OWN, typed, follow=True)
    return answer.content.decode()


def test_the_box_is_not_ticked_for_anybody(read: Read) -> None:
    found = read(practitioner_at(), OWN)
    assert 'name="is_listed"' in found
    assert "checked" not in found


def test_saving_keeps_what_was_said() -> None:
    person, theme = practitioner_at(), Theme.objects.get(slug="mapping")
    said = {"work_name": "Cal", "helps_with": "Cuckooing.", "themes": [theme.pk]}
    assert "find you now" in send(person, is_listed="on", **said)
    listing = Listing.objects.get(person=person)
    assert (listing.is_listed, listing.work_name, listing.helps_with) == (True, "Cal", "Cuckooing.")
    assert list(listing.themes.all()) == [theme]


def test_saving_without_the_tick_lists_nobody() -> None:
    person = practitioner_at()
    assert "not on the list" in send(person, helps_with="Cuckooing.")
    assert not Listing.objects.get(person=person).is_listed


def test_leaving_deletes_what_was_said() -> None:
    person = listed_person()
    sign_in(Client(), person).post("/people/listing/leave/")
    assert not Listing.objects.filter(person=person).exists()


def test_leaving_shows_no_name_behind_a_work_name_to_those_who_were_written_to(read: Read) -> None:
    person = list_person(practitioner_at(name="Jerome Atkins"), work_name="Jez", helps_with="Bikes")
    made = conversation_with(person)
    sign_in(Client(), person).post("/people/listing/leave/")
    listing = Listing.objects.get(person=person)
    assert (listing.is_listed, listing.helps_with) == (False, "")
    found = read(made.starter, made.get_absolute_url())
    assert "Jez" in found
    assert "Jerome Atkins" not in found


def lapse(person: User) -> None:
    ended = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(person=person, role=Role.PRACTITIONER).update(ends_on=ended)


@pytest.mark.parametrize("before", [lambda _person: None, lapse], ids=["verified", "lapsed"])
def test_a_lead_who_leaves_the_list_keeps_the_work_name(before: Callable[[User], None]) -> None:
    person = list_person(lead_of(AreaFactory()), work_name="Sam O.")
    before(person)
    sign_in(Client(), person).post("/people/listing/leave/")
    listing = Listing.objects.get(person=person)
    assert (listing.is_listed, listing.work_name) == (False, "Sam O.")


def test_somebody_who_is_not_verified_saves_nothing() -> None:
    person = UserFactory()
    assert "not verified" in send(person, is_listed="on", helps_with="Cuckooing.")
    assert not Listing.objects.exists()


def test_somebody_whose_verification_lapsed_can_still_leave(read: Read) -> None:
    person = listed_person()
    lapse(person)
    assert "/people/listing/leave/" in read(person, OWN)
    sign_in(Client(), person).post("/people/listing/leave/")
    assert not Listing.objects.exists()


def test_details_that_could_point_at_a_person_are_asked_about() -> None:
    found = send(practitioner_at(), is_listed="on", helps_with="Ring me on 07700 900123.")
    assert "07700 900123" in found
    assert not Listing.objects.exists()
    assert DetailsCheck.objects.get().place == "directory.listing"


def test_a_work_name_is_no_address() -> None:
    assert "not an email address" in send(practitioner_at(), work_name="cal@agency.example")


def test_somebody_without_a_name_gives_one_before_they_are_listed() -> None:
    assert "Enter a name" in send(practitioner_at(name=""), is_listed="on")
    assert not Listing.objects.exists()


def test_the_account_page_leads_here(read: Read) -> None:
    assert OWN in read(practitioner_at(), "/account/")
