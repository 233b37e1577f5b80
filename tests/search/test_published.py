"""What a public page of the hub says is nothing to ask a writer about."""

import pytest
from django.test import Client

from hub.core.personal_details import find_details
from hub.core.personal_details.published import without_published
from tests.factories import forum, pages
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

CONTACT = "The duty line is 0113 496 0123, team@example.org, Ardale Road, 14, LS1 9ZZ."
TYPED = "Try +44 113 4960123 or Team@Example.org; it's at 14 Ardale Road, ls19zz."


def page_with_contact() -> object:
    return pages.guidance(title="Who to call", body=[("paragraph", f"<p>{CONTACT}</p>")])


def asked_about(text: str) -> list[str]:
    return [part.quote(text) for part in without_published(find_details(text))]


def test_what_a_public_page_says_is_passed_over_in_any_notation() -> None:
    page_with_contact()
    assert asked_about(TYPED) == []


def test_without_the_page_it_is_asked_about() -> None:
    assert len(asked_about(TYPED)) == 4


def test_what_only_a_closed_page_says_is_asked_about() -> None:
    pages.restrict(page_with_contact())
    assert len(asked_about(TYPED)) == 4


def test_what_a_post_says_is_asked_about() -> None:
    forum.question(body=CONTACT)
    assert len(asked_about(TYPED)) == 4


def test_another_number_is_asked_about() -> None:
    page_with_contact()
    assert asked_about("Ring 0113 496 0124.") == ["0113 496 0124"]


def test_a_text_without_findings_asks_the_database_nothing(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert asked_about("Who makes the referral?") == []


def test_a_writer_is_not_asked_about_the_number_of_a_public_page(client: Client) -> None:
    page_with_contact()
    address = f"/forum/threads/{forum.question().pk}/reply/"
    sent = {"body": "Ring the duty line: 0113 496 0123."}
    response = sign_in(client, UserFactory()).post(address, sent, follow=True)
    assert "Your answer is up." in response.content.decode()
