"""Who finds which page of a group, and who finds nothing there."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from hub.access.enums import Role
from hub.groups.models import WorkingGroup
from hub.groups.services import close_group, invite
from tests.factories.groups import (
    add_member,
    administrator,
    asks,
    lead,
    make_group,
    owner_of,
    place_in,
    practitioner,
    private_group,
)
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db

As = Callable[..., Client]
# A page that nobody sends to, or sees, says so to everyone alike.
NOT_FOR_THEM = {404, 405}
MANAGING = [
    "change/",
    "members/due/",
    "members/{place}/remove/",
    "requests/",
    "requests/{request}/refuse/",
    "invitations/",
]
DECIDING = [
    "members/{place}/step-down/",
    "members/{place}/owner/",
    "requests/{request}/approve/",
    "invitations/{invitation}/withdraw/",
]


@pytest.fixture
def group() -> WorkingGroup:
    return make_group()


def is_led_to_the_second_step(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/accounts/2fa/")


def addresses(group: WorkingGroup, rest: list[str], of: WorkingGroup | None = None) -> list[str]:
    """Pages of a group that name a member, a request and an invitation of it, or of another."""
    other = of or group
    ids = {
        "place": place_in(other, add_member(other)).pk,
        "request": asks(other).pk,
        "invitation": invite(group=other, email="a@b.example", by=owner_of(other)).pk,
    }
    return [f"/groups/{group.slug}/{part.format(**ids)}" for part in rest]


def test_an_owner_finds_every_page_of_looking_after(as_person: As, group: WorkingGroup) -> None:
    client = as_person(owner_of(group))
    for address in addresses(group, MANAGING):
        assert client.get(address).status_code == 200, address
    for address in addresses(group, DECIDING):
        assert client.post(address).status_code == 302, address


@pytest.mark.parametrize("who", ["member", "outsider", "owner of another", "lead", "moderator"])
def test_nobody_else_does(as_person: As, group: WorkingGroup, who: str) -> None:
    person = {
        "member": lambda: add_member(group),
        "outsider": practitioner,
        "owner of another": lambda: owner_of(make_group()),
        "lead": lead,
        "moderator": lambda: with_role(UserFactory(), Role.MODERATOR),
    }[who]()
    client = as_person(person, mfa=True)
    for address in addresses(group, MANAGING + DECIDING):
        assert client.get(address).status_code in NOT_FOR_THEM, address
        assert client.post(address).status_code in NOT_FOR_THEM, address
    assert group.places.filter(person=person).count() == (who == "member")


def test_ids_of_another_group_are_nothing_here(as_person: As, group: WorkingGroup) -> None:
    client, other = as_person(owner_of(group)), make_group()
    named = [part for part in MANAGING + DECIDING if "{" in part]
    for address in addresses(group, named, of=other):
        assert client.post(address, {"reason": "x"}).status_code == 404, address
    assert other.requests.waiting().count() == 1


def test_an_administrator_steps_in_with_a_second_factor_only(
    as_person: As, group: WorkingGroup
) -> None:
    person = administrator()
    for address in addresses(group, [*MANAGING, "close/", "members/"]):
        assert as_person(person, mfa=True).get(address).status_code == 200, address
        assert is_led_to_the_second_step(as_person(person).get(address)), address
        assert as_person(person).post(address).status_code in NOT_FOR_THEM, address


def test_an_administrator_of_an_area_has_no_power_here(as_person: As, group: WorkingGroup) -> None:
    person = with_role(UserFactory(), Role.ADMINISTRATOR, area=AreaFactory())
    for address in addresses(group, [*MANAGING, "close/"]):
        assert as_person(person, mfa=True).get(address).status_code == 404, address


def test_who_is_in_a_sensitive_group_is_shown_with_a_second_factor_only(as_person: As) -> None:
    group = make_group(is_sensitive=True)
    path = f"/groups/{group.slug}/members/"
    seen = [as_person(add_member(group), mfa=mfa).get(path).status_code for mfa in (False, True)]
    assert seen == [302, 200]


def test_an_owner_of_a_sensitive_group_needs_a_second_factor(as_person: As) -> None:
    group = make_group(is_sensitive=True)
    owner = owner_of(group)
    for address in addresses(group, MANAGING):
        assert is_led_to_the_second_step(as_person(owner).get(address)), address
        assert as_person(owner).post(address).status_code in NOT_FOR_THEM, address
        assert as_person(owner, mfa=True).get(address).status_code == 200, address
    assert (
        "Sign in with two steps" in as_person(owner).get(f"/groups/{group.slug}/").content.decode()
    )


def test_members_see_who_is_in_it_and_outsiders_do_not(as_person: As, group: WorkingGroup) -> None:
    person = add_member(group)
    page = as_person(person).get(f"/groups/{group.slug}/members/")
    assert person.name in page.content.decode()
    assert person.email not in page.content.decode()
    assert as_person(practitioner()).get(f"/groups/{group.slug}/members/").status_code == 404


@pytest.mark.parametrize("rest", ["confirm/", "leave/"])
def test_only_who_is_in_it_confirms_or_leaves(
    as_person: As, group: WorkingGroup, rest: str
) -> None:
    address = f"/groups/{group.slug}/{rest}"
    assert as_person(add_member(group)).get(address).status_code == 200
    outside = as_person(practitioner())
    assert (outside.get(address).status_code, outside.post(address).status_code) == (404, 404)


def test_who_was_removed_finds_nothing_at_the_next_request(as_person: As) -> None:
    group = private_group()
    person = add_member(group)
    client, address = as_person(person), f"/groups/{group.slug}/"
    assert client.get(address).status_code == 200
    client.post(f"{address}leave/")
    for rest in ("", "members/", "confirm/"):
        assert client.get(f"{address}{rest}").status_code == 404


@pytest.mark.parametrize("role", [Role.LEAD, Role.ADMINISTRATOR])
def test_leads_and_administrators_start_groups_with_a_second_factor(
    as_person: As, role: Role
) -> None:
    person = with_role(practitioner(), role)
    assert as_person(person, mfa=True).get("/groups/start/").status_code == 200
    assert is_led_to_the_second_step(as_person(person).get("/groups/start/"))
    assert as_person(person).post("/groups/start/").status_code == 404


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.MODERATOR, Role.AUTHOR])
def test_others_do_not(as_person: As, role: Role) -> None:
    client = as_person(with_role(UserFactory(), role), mfa=True)
    assert client.post("/groups/start/", {"name": "X"}).status_code == 404


def test_only_administrators_close_groups(as_person: As, group: WorkingGroup) -> None:
    address = f"/groups/{group.slug}/close/"
    assert as_person(owner_of(group), mfa=True).get(address).status_code == 404
    as_person(administrator(), mfa=True).post(address, {"reason": "It's done."})
    group.refresh_from_db()
    assert group.closed_at is not None


def test_a_closed_group_is_missing_for_everybody_but_administrators(
    as_person: As, group: WorkingGroup
) -> None:
    owner = owner_of(group)
    close_group(group=group, by=UserFactory(), reason="Done.")
    address = f"/groups/{group.slug}/"
    assert as_person(owner).get(address).status_code == 404
    assert as_person(administrator(), mfa=True).get(address).status_code == 200
