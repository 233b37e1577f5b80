import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.users.models import Profile
from tests.factories.people import (
    PASSWORD,
    AgencyTypeFactory,
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    sign_in,
    with_authenticator,
    with_role,
)

pytestmark = pytest.mark.django_db

SIGNED_OUT_PAGES = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
    "/accounts/password/reset/key/1-no-such-key/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/no-such-key/",
    "/accounts/inactive/",
]
SIGNED_IN_PAGES = [
    "/account/",
    "/account/profile/",
    "/accounts/logout/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/accounts/sessions/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
]
PAGES_OF_A_SECOND_FACTOR = [
    "/accounts/2fa/",
    "/accounts/2fa/reauthenticate/",
    "/accounts/2fa/totp/deactivate/",
    "/accounts/2fa/recovery-codes/",
    "/accounts/2fa/recovery-codes/generate/",
]


@pytest.fixture
def person(client: Client) -> object:
    user = UserFactory(name="Callum Reid")
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return user


def assert_in_our_look(page: str) -> None:
    assert 'class="cg-header' in page
    assert page.count("<h1") == 1
    assert "<p><label" not in page


@pytest.mark.parametrize("path", SIGNED_OUT_PAGES)
def test_pages_of_signing_in_have_our_look(client: Client, path: str) -> None:
    response = client.get(path, follow=True)
    assert response.status_code == 200
    assert_in_our_look(response.content.decode())


@pytest.mark.parametrize("path", SIGNED_IN_PAGES)
def test_pages_of_an_account_have_our_look(client: Client, person: object, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert_in_our_look(response.content.decode())


@pytest.mark.parametrize("path", PAGES_OF_A_SECOND_FACTOR)
def test_pages_of_two_step_sign_in_have_our_look(client: Client, person: object, path: str) -> None:
    RecoveryCodes.activate(with_authenticator(person))
    response = client.get(path)
    assert response.status_code == 200
    assert_in_our_look(response.content.decode())


def test_the_page_that_asks_for_a_code_has_our_look(client: Client) -> None:
    user = with_authenticator(UserFactory())
    response = client.post(
        "/accounts/login/", {"login": user.email, "password": PASSWORD}, follow=True
    )
    assert "Enter your code" in response.content.decode()
    assert_in_our_look(response.content.decode())


@pytest.mark.parametrize("path", [path for path in SIGNED_IN_PAGES if "logout" not in path])
def test_pages_of_an_account_send_strangers_to_sign_in(client: Client, path: str) -> None:
    assert client.get(path).url.startswith("/accounts/login/?next=")


@pytest.mark.parametrize("path", SIGNED_IN_PAGES)
def test_no_cache_keeps_pages_of_an_account(client: Client, person: object, path: str) -> None:
    assert "no-store" in client.get(path).headers["Cache-Control"]


def test_everyone_has_a_profile_from_the_first_moment() -> None:
    assert Profile.objects.filter(user=UserFactory()).count() == 1


def test_the_account_page_shows_what_a_person_is_and_may_do(client: Client, person: object) -> None:
    with_role(person, Role.PRACTITIONER, area=AreaFactory(name="Ardale"))
    page = client.get("/account/").content.decode()
    assert "Callum Reid" in page
    assert "Practitioner, Ardale" in page


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.PRACTITIONER])
def test_those_who_write_pages_find_the_way_from_their_account(client: Client, role: Role) -> None:
    sign_in(client, with_role(UserFactory(), role))
    page = client.get("/account/").content.decode()
    assert ('href="/cms/"' in page) == (role is Role.AUTHOR)


def test_a_page_with_a_fault_says_so_in_its_title(client: Client) -> None:
    page = client.post("/accounts/login/", {"login": "a@example.org", "password": "wrong"})
    assert "<title>Error: Sign in" in page.content.decode()


def test_memberships_cost_the_account_page_no_query_each(client: Client, person: object) -> None:
    with_role(person, Role.MEMBER, area=AreaFactory())
    client.get("/account/")
    with CaptureQueriesContext(connection) as few:
        client.get("/account/")
    for role in (Role.PRACTITIONER, Role.LEAD, Role.ANALYST):
        with_role(person, role, area=AreaFactory())
    with CaptureQueriesContext(connection) as many:
        client.get("/account/")
    assert len(many) == len(few)


def test_a_profile_is_stored(client: Client, person: object) -> None:
    organisation = OrganisationFactory()
    data = {
        "name": "Callum J Reid",
        "job_title": "Youth justice practitioner",
        "agency_type": organisation.agency_type_id,
        "organisation": organisation.pk,
        "area": organisation.area_id,
    }
    page = client.post("/account/profile/", data, follow=True).content.decode()
    person.refresh_from_db()
    assert person.name == "Callum J Reid"
    assert person.public_label == f"Youth justice practitioner, {organisation.area.name}"
    assert "Your profile is saved." in page


def test_a_fault_is_told_beside_its_field_and_nothing_typed_is_lost(
    client: Client, person: object
) -> None:
    data = {"name": "me@agency.example", "job_title": "Typed before the fault"}
    page = client.post("/account/profile/", data).content.decode()
    assert "Enter a name, not an email address." in page
    assert 'id="id_name_error"' in page
    assert "Typed before the fault" in page


def test_an_agency_that_the_organisation_is_not_part_of_is_refused(
    client: Client, person: object
) -> None:
    data = {"agency_type": AgencyTypeFactory().pk, "organisation": OrganisationFactory().pk}
    page = client.post("/account/profile/", data).content.decode()
    assert "is listed under another kind of agency" in page
    assert Profile.objects.get(user=person).agency_type is None


def test_a_profile_gives_no_access_and_no_other_field_is_taken(
    client: Client, person: object
) -> None:
    data = {"name": "X", "is_superuser": "1", "email": "x@x.example", "user": UserFactory().pk}
    client.post("/account/profile/", data)
    person.refresh_from_db()
    assert (person.is_superuser, person.email != "x@x.example") == (False, True)
    assert not person.memberships.exists()


def test_other_sessions_can_be_ended(client: Client, person: object) -> None:
    elsewhere = Client()
    elsewhere.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    client.post("/accounts/sessions/")
    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_to_sign_out_elsewhere_is_offered_to_those_who_are_signed_in_elsewhere(
    client: Client, person: object
) -> None:
    data = {"login": person.email, "password": PASSWORD}
    client.post("/accounts/login/", data)
    assert "nowhere else" in client.get("/accounts/sessions/").content.decode()
    Client().post("/accounts/login/", data)
    assert "Sign out everywhere else" in client.get("/accounts/sessions/").content.decode()


def test_a_changed_password_is_said_on_the_account_page(client: Client, person: object) -> None:
    new = "another plain phrase"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    response = client.post("/accounts/password/change/", data, follow=True)
    assert response.redirect_chain[-1] == ("/account/", 302)
    assert "Your password is changed." in response.content.decode()


def test_changing_a_password_ends_the_other_sessions(client: Client, person: object) -> None:
    elsewhere = Client()
    elsewhere.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    new = "another plain phrase"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post("/accounts/password/change/", data)
    assert elsewhere.get("/account/").status_code == 302


def test_a_name_with_markup_is_shown_as_text(client: Client) -> None:
    person = UserFactory(name="<script>alert(1)</script>")
    page = sign_in(client, person).get("/account/").content.decode()
    assert "<script>alert(1)" not in page
