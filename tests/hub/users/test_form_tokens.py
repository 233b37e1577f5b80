import pytest
from django.test import Client

from hub.access.enums import Role
from hub.users.models import User
from tests.factories.people import PASSWORD, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

PUBLIC = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"]
PERSONAL = [
    "/account/profile/",
    "/accounts/logout/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/sessions/",
    "/accounts/2fa/totp/activate/",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_forms_of_signing_in_refuse_a_post_without_a_token(path: str) -> None:
    response = Client(enforce_csrf_checks=True).post(path, {"email": "x@x.example"})
    assert response.status_code == 403


@pytest.mark.parametrize("path", PERSONAL)
def test_forms_of_an_account_refuse_a_post_without_a_token(path: str) -> None:
    client = sign_in(Client(enforce_csrf_checks=True), UserFactory())
    assert client.post(path, {"name": "Changed"}).status_code == 403
    assert not User.objects.filter(name="Changed").exists()


@pytest.mark.parametrize("path", ["/cms/users/new/", "/cms/memberships/new/", "/cms/areas/new/"])
def test_forms_of_the_cms_refuse_a_post_without_a_token(path: str) -> None:
    administrator = with_role(UserFactory(), Role.ADMINISTRATOR)
    client = sign_in(Client(enforce_csrf_checks=True), administrator, mfa=True)
    assert client.post(path, {"email": "x@agency.example"}).status_code == 403
    assert not User.objects.filter(email="x@agency.example").exists()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_signing_out_and_confirming_lead_nowhere_else(client: Client, target: str) -> None:
    person = UserFactory()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    again = client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": target})
    gone = client.post("/accounts/logout/", {"next": target})
    assert "evil" not in again.url
    assert "evil" not in gone.url
