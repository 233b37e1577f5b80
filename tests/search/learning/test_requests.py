"""Content that editors ask for."""

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.personal_data import record_named
from search.models import ContentRequest
from tests.factories.people import UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db
ADD = "/cms/content_requests/new/"


def test_who_sends_it_is_who_asked(client: Client) -> None:
    person = with_role(UserFactory(), Role.AUTHOR)
    theirs = sign_in(client, person, mfa=True)
    theirs.post(f"{ADD}?query=locks", {"words": "locks", "note": "Who pays for new ones?"})
    made = ContentRequest.objects.get()
    assert (made.words, made.note, made.asked_by, made.is_done) == (
        "locks",
        "Who pays for new ones?",
        person,
        False,
    )


@pytest.mark.parametrize("field", ["words", "note"])
def test_it_says_nothing_of_a_real_person(field: str) -> None:
    data = {"words": "locks", "note": "", field: "for Kai Green, 14"}
    answer = staff_client(Role.AUTHOR).post(ADD, data)
    assert "could point to a real person" in answer.content.decode()
    assert not ContentRequest.objects.exists()


def test_it_can_be_marked_as_done() -> None:
    made = ContentRequest.objects.create(words="locks")
    data = {"words": "locks", "note": "", "is_done": "on"}
    staff_client(Role.REVIEWER).post(f"/cms/content_requests/edit/{made.pk}/", data)
    assert not ContentRequest.objects.open().exists()


def test_an_erased_account_leaves_the_request_without_its_name() -> None:
    person = UserFactory()
    made = ContentRequest.objects.create(words="locks", asked_by=person)
    record_named("content_requests").end(person)
    made.refresh_from_db()
    assert made.asked_by is None
