import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django.fixtures import Settings

from hub.access.enums import STAFF_ROLES, Role
from hub.access.models import Membership
from hub.access.readers import reader_for
from hub.access.tokens import area_token
from hub.demo.codes import current_codes
from hub.demo.people import load_people
from hub.taxonomy.models import Area
from hub.users.models import User
from hub.users.second_step import holds_powers

pytestmark = pytest.mark.django_db

KEYS = {
    "learner",
    "practitioner",
    "lead",
    "author",
    "reviewer",
    "trainer",
    "moderator",
    "analyst",
    "frontline",
    "admin",
}


def test_the_ten_people_come_with_confirmed_addresses() -> None:
    assert set(load_people()) == KEYS
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 10


def test_each_holds_the_roles_of_its_row() -> None:
    people = load_people()
    assert reader_for(people["author"]).has_role(Role.AUTHOR)
    assert reader_for(people["lead"]).has_role(
        Role.LEAD, area_id=Area.objects.get(slug="ardale").pk
    )
    assert not reader_for(people["learner"]).has_role(*STAFF_ROLES)


def test_two_areas_stay_apart() -> None:
    people = load_people()
    brimlow = area_token(Area.objects.get(slug="brimlow").pk)
    assert brimlow in reader_for(people["moderator"]).tokens
    assert brimlow not in reader_for(people["practitioner"]).tokens


def test_whoever_has_powers_and_nobody_else_has_an_authenticator() -> None:
    people = load_people()
    with_powers = {key for key, person in people.items() if holds_powers(person)}
    owners = Authenticator.objects.filter(type="totp").values_list("user__email", flat=True)
    assert {email.split("@")[0] for email in owners} == with_powers
    assert with_powers == KEYS - {"learner", "practitioner"}


def test_loading_again_makes_nothing_twice_and_overwrites_nothing() -> None:
    author = load_people()["author"]
    author.name = "Owen P. Prosser"
    author.set_password("chosen by the person")
    author.save()
    Membership.objects.filter(person=author, role=Role.AUTHOR).delete()
    Area.objects.filter(slug="ardale").update(name="Ardale Borough")
    again = load_people()["author"]
    assert (again.name, again.check_password("chosen by the person")) == ("Owen P. Prosser", True)
    assert not again.memberships.filter(role=Role.AUTHOR).exists()
    assert (User.objects.count(), Area.objects.get(slug="ardale").name) == (10, "Ardale Borough")


def test_nobody_is_loaded_outside_a_demonstration(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(RuntimeError):
        load_people()


def test_the_shown_code_signs_staff_in(client: Client, settings: Settings) -> None:
    load_people()
    wait_for_a_fresh_code()
    login = {"login": "admin@demo.example", "password": settings.DEMO_PASSWORD}
    client.post("/accounts/login/", login)
    codes = {code.person.email: code.digits for code in current_codes()}
    client.post("/accounts/2fa/authenticate/", {"code": codes["admin@demo.example"]})
    assert client.get("/cms/").status_code == 200


def wait_for_a_fresh_code() -> None:
    """A code that changes between showing and typing would fail the test one time in thousands."""
    if time.time() % 30 > 28:
        time.sleep(2.1)
