"""The list of practitioners who chose to be found, and the entry of one person."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.taxonomy.models import AgencyType, Theme
from hub.users.models import User
from hub.users.services import anonymise
from tests.factories.directory import lead_of, list_person, listed_person, practitioner_at
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

Read = Callable[..., str]
LIST = "/people/colleagues/"


def test_nobody_is_listed_who_did_not_choose_it(read: Read) -> None:
    practitioner_at(name="Callum Reid")
    assert "Callum Reid" not in read(practitioner_at(), LIST)


def test_who_chose_it_stands_there_with_what_they_know(read: Read) -> None:
    themes = [Theme.objects.get(slug="mapping")]
    person = practitioner_at("housing", AreaFactory(name="Ardale"), name="Callum Reid")
    list_person(person, helps_with="Cuckooing, from the tenancy side.", themes=themes)
    found = read(practitioner_at(), LIST)
    for words in ("Callum Reid", "Housing", "Ardale", "Mapping", "Cuckooing, from the tenancy"):
        assert words in found


def test_a_work_name_hides_the_name(read: Read) -> None:
    person = list_person(practitioner_at(name="Callum Reid"), work_name="Cal")
    for address in (LIST, f"/people/{person.pk}/", f"/people/{person.pk}/write/"):
        found = read(practitioner_at(), address)
        assert "Cal" in found
        assert "Callum Reid" not in found


def test_the_order_of_the_list_tells_no_hidden_name(read: Read) -> None:
    list_person(practitioner_at(name="Aaron Zell"), work_name="Zed")
    list_person(practitioner_at(name="Mina Adeyemi"))
    found = read(practitioner_at(), LIST)
    assert found.index("Mina Adeyemi") < found.index("Zed")


def test_no_page_shows_an_address(read: Read) -> None:
    person = list_person(practitioner_at(email="callum@agency.example"))
    for address in (LIST, f"/people/{person.pk}/", f"/people/{person.pk}/write/"):
        assert "callum@agency.example" not in read(practitioner_at(), address)


@pytest.mark.parametrize(
    "query",
    ["theme=mapping", "agency=housing", "area=ardale", "theme=mapping&agency=housing&area=ardale"],
)
def test_filters_stand_in_the_address(read: Read, query: str) -> None:
    ardale = AreaFactory(name="Ardale", slug="ardale")
    themes = [Theme.objects.get(slug="mapping")]
    list_person(practitioner_at("housing", ardale, name="Callum Reid"), themes=themes)
    list_person(practitioner_at("police", AreaFactory(), name="Farida Aslam"))
    found = read(practitioner_at(), f"{LIST}?{query}")
    assert "Callum Reid" in found
    assert "Farida Aslam" not in found


def test_an_area_counts_with_those_inside_it(read: Read) -> None:
    force = AreaFactory(slug="force")
    list_person(practitioner_at("police", AreaFactory(parent=force), name="Callum Reid"))
    assert "Callum Reid" in read(practitioner_at(), f"{LIST}?area=force")


def test_agency_and_area_come_from_the_verification(read: Read) -> None:
    person = list_person(practitioner_at("housing", AreaFactory(), name="Callum Reid"))
    person.profile.agency_type = AgencyType.objects.get(slug="police")
    person.profile.save()
    assert "Callum Reid" not in read(practitioner_at(), f"{LIST}?agency=police")


def test_nobody_fitting_is_said_with_a_way_out(read: Read) -> None:
    assert "Nobody fits these filters" in read(practitioner_at(), f"{LIST}?theme=mapping")


def lapse(person: User) -> None:
    ended = timezone.localdate() - timedelta(days=1)
    rows = Membership.objects.filter(person=person, role=Role.PRACTITIONER)
    rows.update(starts_on=ended, ends_on=ended)


def close(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def unlist(person: User) -> None:
    person.listing.is_listed = False
    person.listing.save()


@pytest.mark.parametrize("ending", [lapse, close, unlist, anonymise])
def test_whose_verification_account_or_choice_ends_is_gone_at_the_next_request(
    ending: Callable[[User], None],
) -> None:
    person, client = listed_person(), sign_in(Client(), practitioner_at())
    addresses = (f"/people/{person.pk}/", f"/people/{person.pk}/write/")
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    ending(person)
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert f"/people/{person.pk}/" not in client.get(LIST).content.decode()


def test_a_missing_person_and_a_hidden_one_answer_alike() -> None:
    client = sign_in(Client(), practitioner_at())
    hidden, missing = practitioner_at().pk, 987654321
    answers = [client.get(f"/people/{pk}/") for pk in (hidden, missing)]
    texts = [
        answer.content.decode().replace(f"/people/{pk}/", "")
        for answer, pk in zip(answers, (hidden, missing), strict=True)
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADMINISTRATOR, Role.MODERATOR])
def test_whoever_is_not_verified_finds_nothing(role: Role) -> None:
    person = listed_person()
    client = sign_in(Client(), with_role(UserFactory(), role), mfa=True)
    for address in (LIST, "/people/leads/", f"/people/{person.pk}/"):
        assert client.get(address).status_code == 404


def test_a_lead_has_an_entry_without_being_listed(read: Read) -> None:
    person = lead_of(AreaFactory(name="Ardale"), name="Sam Okafor")
    reader = practitioner_at()
    assert "Dedicated lead" in read(reader, f"/people/{person.pk}/")
    assert "Sam Okafor" not in read(reader, LIST)


def test_reading_an_entry_is_recorded_without_a_name(read: Read) -> None:
    person, reader = listed_person(), practitioner_at()
    read(reader, f"/people/{person.pk}/")
    row = AuditRecord.objects.get(action="listing.viewed")
    assert (row.subject, row.person_id) == (f"person {person.pk}", reader.pk)


def test_ones_own_entry_is_shown_as_others_see_it(read: Read) -> None:
    person = listed_person()
    found = read(person, f"/people/{person.pk}/")
    assert "Change your entry" in found
    assert not AuditRecord.objects.filter(action="listing.viewed").exists()


def test_no_cache_keeps_a_page_with_people() -> None:
    person, client = listed_person(), sign_in(Client(), practitioner_at())
    for address in (LIST, "/people/leads/", f"/people/{person.pk}/"):
        assert "no-store" in client.get(address)["Cache-Control"]


def test_more_people_cost_no_more_queries() -> None:
    client = sign_in(Client(), practitioner_at())
    counts = []
    for _ in range(2):
        list_person(practitioner_at("housing", AreaFactory()), themes=Theme.objects.all()[:3])
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
