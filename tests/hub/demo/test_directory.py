"""The demonstration's directory: pairs of leads, one gap, and people who chose to be listed."""

import pytest

from hub.demo.loader.content import read
from hub.demo.loader.directory import load_directory
from hub.demo.people import email_of
from hub.directory.leads import in_tree_order, leads_by_area
from hub.directory.models import Listing
from hub.directory.people import listed_people
from hub.directory.services import leave_directory
from hub.taxonomy.models import Area
from hub.users.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def load_again() -> None:
    load_directory(read("directory"), {"practitioner": person("practitioner")})


def person(key: str) -> User:
    return User.objects.get(email=email_of(key))


def test_one_seat_is_empty_and_the_force_fills_in() -> None:
    every = {area.pk: area for area in Area.objects.all()}
    pairs = leads_by_area(in_tree_order(every.values()), every)
    gaps = [(pair.area.name, seat) for pair in pairs for seat in pair.seats if not seat.leads]
    assert [name for name, _ in gaps] == ["Brimlow"]
    assert [entry.name for entry in gaps[0][1].instead] == ["Imogen Tarrant"]


def test_several_agencies_and_both_areas_are_listed() -> None:
    agencies = set(listed_people().values_list("profile__agency_type__slug", flat=True))
    assert len(agencies) >= 5
    assert set(listed_people().values_list("profile__area__slug", flat=True)) == {
        "ardale",
        "brimlow",
    }


def test_nobody_signs_in_as_somebody_of_the_directory_alone() -> None:
    keys = [row["key"] for row in read("directory")["people"]]
    assert not any(person(key).has_usable_password() for key in keys)


def test_loading_again_brings_nobody_back_who_left() -> None:
    leave_directory(person=person("practitioner"))
    load_again()
    assert not Listing.objects.filter(person=person("practitioner")).exists()


def test_loading_again_leaves_an_entry_as_it_was_changed() -> None:
    Listing.objects.filter(person=person("brimlow-youth-worker")).update(helps_with="Bikes.")
    load_again()
    assert Listing.objects.get(person=person("brimlow-youth-worker")).helps_with == "Bikes."


def test_it_is_labelled_fictional() -> None:
    assert "Fictional" in read("directory")["label"]
