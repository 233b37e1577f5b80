from typing import Any

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from hub.access.enums import STAFF_ROLES, Role
from hub.access.models import AuditRecord, Membership
from hub.taxonomy.models import Area, Theme
from hub.users.models import User
from tests.factories.people import (
    PASSWORD,
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    sign_in,
    staff_client,
    with_role,
)

pytestmark = pytest.mark.django_db

PAGES = [
    "/cms/users/",
    "/cms/users/new/",
    "/cms/memberships/",
    "/cms/memberships/new/",
    "/cms/areas/",
    "/cms/areas/new/",
    "/cms/organisations/",
    "/cms/organisations/new/",
    "/cms/agency_types/",
    "/cms/themes/",
    "/cms/account/",
]


@pytest.fixture
def admin() -> User:
    return with_role(UserFactory(), Role.ADMINISTRATOR)


@pytest.fixture
def desk(client: Client, admin: User) -> Client:
    return sign_in(client, admin, mfa=True)


def membership_post(desk: Client, **data: Any) -> HttpResponse:
    return desk.post("/cms/memberships/new/", {"starts_on": "2026-01-01", **data})


@pytest.mark.parametrize("path", PAGES)
def test_an_administrator_sees_people_and_access(desk: Client, path: str) -> None:
    assert desk.get(path).status_code == 200


@pytest.mark.parametrize("role", sorted(STAFF_ROLES - {Role.ADMINISTRATOR}))
@pytest.mark.parametrize("path", [path for path in PAGES if "account" not in path])
def test_other_staff_do_not(path: str, role: Role) -> None:
    assert staff_client(role).get(path).status_code == 302


def test_a_new_person_has_no_password_and_chooses_one_by_email(desk: Client) -> None:
    desk.post("/cms/users/new/", {"email": "New@Agency.example", "name": "Asha Rao"})
    person = User.objects.get(email="new@agency.example")
    Client().post("/accounts/password/reset/", {"email": person.email})
    assert not person.has_usable_password()
    assert mail.outbox[0].to == ["new@agency.example"]


def test_a_known_address_is_refused_beside_its_field(desk: Client) -> None:
    known = UserFactory()
    page = desk.post("/cms/users/new/", {"email": known.email.upper()}).content.decode()
    assert "already exists" in page
    assert User.objects.filter(email=known.email).count() == 1


def test_the_form_sets_no_password_group_or_power(desk: Client) -> None:
    desk.post(
        "/cms/users/new/",
        {
            "email": "x@agency.example",
            "password1": PASSWORD,
            "password2": PASSWORD,
            "is_superuser": "on",
            "groups": ["1"],
        },
    )
    person = User.objects.get(email="x@agency.example")
    assert not person.has_usable_password()
    assert not person.is_superuser
    assert not person.groups.exists()


def test_an_administrator_cannot_move_an_account_to_another_address(desk: Client) -> None:
    person = UserFactory()
    data = {"email": "mine@agency.example", "name": "Renamed", "is_active": "on"}
    desk.post(f"/cms/users/edit/{person.pk}/", data)
    fresh = User.objects.get(pk=person.pk)
    assert (fresh.email, fresh.name) == (person.email, "Renamed")


def test_closing_an_account_ends_its_sessions(desk: Client) -> None:
    person = UserFactory()
    theirs = Client()
    theirs.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    desk.post(f"/cms/users/edit/{person.pk}/", {"name": person.name})
    assert not User.objects.get(pk=person.pk).is_active
    assert not theirs.session.exists(theirs.session.session_key)


def test_nobody_closes_their_own_account_by_mistake(desk: Client, admin: User) -> None:
    desk.post(f"/cms/users/edit/{admin.pk}/", {"name": "Still here"})
    assert User.objects.get(pk=admin.pk).is_active


def test_people_are_never_deleted(desk: Client) -> None:
    person = UserFactory()
    assert desk.post(f"/cms/users/delete/{person.pk}/").status_code == 404
    assert "/cms/users/delete/" not in desk.get(f"/cms/users/edit/{person.pk}/").content.decode()


def test_people_are_found_by_name(desk: Client) -> None:
    UserFactory(name="Farida Aslam")
    UserFactory(name="Owen Prosser")
    page = desk.get("/cms/users/?q=farida").content.decode()
    assert "Farida Aslam" in page
    assert "Owen Prosser" not in page


def test_a_membership_is_granted_with_an_audit_record(desk: Client, admin: User) -> None:
    person, area = UserFactory(), AreaFactory()
    membership_post(desk, person=person.pk, role=Role.LEAD, area=area.pk)
    assert Membership.objects.get(person=person).area == area
    record = AuditRecord.objects.get()
    assert (record.action, record.person_id) == ("membership.granted", admin.pk)


def test_granting_twice_makes_one_membership(desk: Client) -> None:
    person = UserFactory()
    for _ in range(2):
        membership_post(desk, person=person.pk, role=Role.AUTHOR)
    assert Membership.objects.filter(person=person).count() == 1


def test_two_scopes_at_once_are_refused_with_a_reason(desk: Client) -> None:
    organisation = OrganisationFactory()
    response = membership_post(
        desk,
        person=UserFactory().pk,
        role=Role.LEAD,
        area=organisation.area_id,
        organisation=organisation.pk,
    )
    assert "Choose an area or an organisation, not both." in response.content.decode()
    assert not Membership.objects.filter(role=Role.LEAD).exists()


def test_owners_of_groups_are_not_made_here(desk: Client) -> None:
    """Without a group the row would break its own rule."""
    person = UserFactory()
    assert membership_post(desk, person=person.pk, role=Role.OWNER).status_code == 200
    assert not Membership.objects.filter(person=person).exists()


def test_ending_a_membership_closes_the_cms_and_keeps_the_row(desk: Client, admin: User) -> None:
    author = with_role(UserFactory(), Role.AUTHOR)
    theirs = sign_in(Client(), author, mfa=True)
    theirs.get("/cms/")
    membership = author.memberships.get()
    desk.post(f"/cms/memberships/edit/{membership.pk}/", {"reason": "Moved to another team"})
    assert theirs.get("/cms/").status_code == 404
    record = AuditRecord.objects.get(action="membership.ended")
    assert (record.reason, record.person_id) == ("Moved to another team", admin.pk)


def test_ending_needs_a_reason(desk: Client) -> None:
    membership = with_role(UserFactory(), Role.AUTHOR).memberships.get()
    desk.post(f"/cms/memberships/edit/{membership.pk}/", {"reason": ""})
    membership.refresh_from_db()
    assert membership.ends_on is None


def test_memberships_are_never_deleted(desk: Client) -> None:
    membership = with_role(UserFactory(), Role.AUTHOR).memberships.get()
    assert desk.post(f"/cms/memberships/delete/{membership.pk}/").status_code == 404


def test_an_area_is_added_and_its_slug_stays(desk: Client) -> None:
    desk.post("/cms/areas/new/", {"name": "Ardale", "slug": "ardale", "kind": "partnership"})
    area = Area.objects.get(slug="ardale")
    data = {"name": "Ardale Borough", "slug": "changed", "kind": "partnership"}
    desk.post(f"/cms/areas/edit/{area.pk}/", data)
    area.refresh_from_db()
    assert (area.name, area.slug) == ("Ardale Borough", "ardale")


def test_an_area_cannot_be_put_inside_itself(desk: Client) -> None:
    outer = AreaFactory()
    inner = AreaFactory(parent=outer)
    data = {"name": outer.name, "kind": outer.kind, "parent": inner.pk}
    page = desk.post(f"/cms/areas/edit/{outer.pk}/", data).content.decode()
    assert "An area can't be inside itself." in page.replace("&#x27;", "'")


def test_a_theme_keeps_its_slug_too(desk: Client) -> None:
    theme = Theme.objects.get_or_create(slug="mapping", defaults={"name": "Mapping"})[0]
    desk.post(f"/cms/themes/edit/{theme.pk}/", {"name": "Maps", "slug": "x", "order": 2})
    theme.refresh_from_db()
    assert (theme.name, theme.slug) == ("Maps", "mapping")
