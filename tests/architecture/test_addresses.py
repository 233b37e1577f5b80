import pytest
from django.test import Client
from django.urls import get_resolver, path

from tests.architecture.address_policy import POLICY, PREFIXES, Who
from tests.architecture.addresses import patterns, without_policy

ADDRESSES = list(patterns(get_resolver().url_patterns))


def fixed(*who: Who) -> list[str]:
    """Addresses of ours that name no thing, so that a test can just ask for them."""
    return [
        f"/{text}" for text in ADDRESSES if POLICY.get(text) in who and not set(text) & set("<(^")
    ]


def test_every_address_has_a_line_in_the_policy() -> None:
    assert without_policy(ADDRESSES, POLICY, tuple(PREFIXES)) == []


def test_every_line_of_the_policy_is_an_address() -> None:
    assert [text for text in POLICY if text not in ADDRESSES] == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", fixed(Who.SIGNED_IN, Who.STAFF))
def test_an_address_for_people_turns_a_stranger_away(client: Client, address: str) -> None:
    answer = client.get(address)
    sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith(
        "/accounts/login/"
    )
    assert sent_to_sign_in or answer.status_code in {404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("address", fixed(Who.EVERYONE, Who.DEMO))
def test_an_address_for_everyone_answers_a_stranger(client: Client, address: str) -> None:
    assert client.get(address).status_code in {200, 405}


def test_an_address_without_a_line_is_found() -> None:
    planted = list(patterns([path("planted/<int:pk>/", lambda request, pk: None)]))
    assert without_policy(planted, POLICY, tuple(PREFIXES)) == ["planted/<int:pk>/"]


def test_an_address_below_other_peoples_prefix_passes() -> None:
    assert without_policy(["cms/pages/"], {}, ("cms/",)) == []
