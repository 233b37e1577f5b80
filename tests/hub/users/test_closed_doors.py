import pytest
from django.test import Client

from hub.access.enums import Role
from tests.factories.people import PASSWORD, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db

METHODS = ["get", "post", "put", "patch", "delete", "options", "head"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("door", ["/cms/login/", "/_util/login/"])
def test_wagtails_sign_ins_lead_to_ours(client: Client, door: str, method: str) -> None:
    response = getattr(client, method)(door)
    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")


@pytest.mark.parametrize("door", ["/cms/login/", "/_util/login/"])
def test_the_right_password_at_wagtails_sign_ins_signs_nobody_in(client: Client, door: str) -> None:
    person = with_role(UserFactory(), Role.ADMINISTRATOR)
    client.post(door, {"username": person.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_the_way_back_is_kept(client: Client) -> None:
    assert client.get("/_util/login/?next=/guidance/").url == "/accounts/login/?next=/guidance/"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("rest", ["", "done/", "confirm/MQ/set-password/", "complete/"])
def test_wagtails_password_pages_are_closed(client: Client, rest: str, method: str) -> None:
    response = getattr(client, method)(f"/cms/password_reset/{rest}")
    assert response.status_code == 302
    assert response.url.startswith("/accounts/")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "door",
    ["/_util/authenticate_with_password/1/1/", "/documents/authenticate_with_password/1/"],
)
def test_shared_passwords_are_closed(client: Client, door: str, method: str) -> None:
    assert getattr(client, method)(door).status_code == 404


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_bulk_actions_on_people_are_closed(action: str) -> None:
    person = UserFactory()
    response = staff_client().post(f"/cms/bulk/users/user/{action}/?id={person.pk}")
    person.refresh_from_db()
    assert response.status_code == 404
    assert person.is_active


def test_cms_preferences_offer_no_name_address_or_password() -> None:
    page = staff_client().get("/cms/account/").content.decode()
    assert "theme" in page
    assert "name_email" not in page
    assert "password" not in page
