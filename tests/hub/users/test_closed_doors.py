import pytest
from django.test import Client
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from hub.access.enums import Role
from tests.factories import pages
from tests.factories.courses import course_with_quiz
from tests.factories.people import PASSWORD, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db

METHODS = ["get", "post", "head"]


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


@pytest.mark.parametrize("door", ["/cms/login/", "/cms/password_reset/"])
def test_staff_who_pass_the_gate_find_the_doors_closed_too(door: str) -> None:
    """Without its own route the gate alone would let them on to Wagtail's page."""
    response = staff_client().get(door)
    assert response.status_code == 302
    assert response.url.startswith("/accounts/")


@pytest.fixture
def shared_passwords() -> list[str]:
    """Addresses of shared passwords that exist, as after an import or a change of settings."""
    page = Site.objects.get(is_default_site=True).root_page.add_child(
        instance=Page(title="Shared", slug="shared-by-password")
    )
    on_page = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="open sesame"
    )
    on_shelf = CollectionViewRestriction.objects.create(
        collection=Collection.objects.get(depth=1),
        restriction_type="password",
        password="open sesame",
    )
    return [
        f"/_util/authenticate_with_password/{on_page.pk}/{page.pk}/",
        f"/documents/authenticate_with_password/{on_shelf.pk}/",
    ]


@pytest.mark.parametrize("method", METHODS)
def test_shared_passwords_are_closed(
    client: Client, shared_passwords: list[str], method: str
) -> None:
    statuses = [
        getattr(client, method)(door, {"password": "open sesame", "return_url": "/"}).status_code
        for door in shared_passwords
    ]
    assert statuses == [404, 404]


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_bulk_actions_on_people_are_closed(action: str) -> None:
    person = UserFactory()
    response = staff_client().post(f"/cms/bulk/users/user/{action}/?id={person.pk}")
    person.refresh_from_db()
    assert response.status_code == 404
    assert person.is_active


@pytest.mark.parametrize(
    "door", ["failwhale/", "images/chooser/chosen/x/", "snippets/choose/courses/quiz/chosen/1%00/"]
)
def test_doors_of_the_cms_that_lead_to_a_fault_are_closed(door: str) -> None:
    assert staff_client().get(f"/cms/{door}").status_code == 404


def test_choosers_of_the_cms_answer_for_what_is_there() -> None:
    quiz = course_with_quiz(questions=1).final_quiz()
    answer = staff_client().get(f"/cms/snippets/choose/courses/quiz/chosen/{quiz.pk}/")
    assert answer.json()["result"]["string"] == str(quiz)


def test_cms_preferences_offer_no_name_address_or_password() -> None:
    page = staff_client().get("/cms/account/").content.decode()
    assert "theme" in page
    assert "name_email" not in page
    assert "password" not in page


@pytest.mark.parametrize("name", ["copy", "move", "delete", "unpublish"])
def test_no_page_is_changed_past_the_screens_of_the_cms(name: str) -> None:
    page = pages.guidance()
    answer = staff_client().post(f"/cms/api/main/pages/{page.pk}/action/{name}/")
    assert answer.status_code == 404
    assert Page.objects.filter(pk=page.pk, live=True).exists()
