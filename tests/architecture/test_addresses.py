import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, path

from tests.architecture.address_policy import POLICY, PREFIXES, Who
from tests.architecture.addresses import patterns, without_policy
from tests.factories.people import UserFactory

ADDRESSES = list(patterns(get_resolver().url_patterns))
CLOSED_TO_STRANGERS = (Who.SIGNED_IN, Who.ROLE, Who.STAFF)


def addresses(*who: Who) -> list[str]:
    """Our addresses for these people, naming things that do not exist where they name one."""
    ours = [text for text in ADDRESSES if POLICY.get(text) in who and not text.startswith("^")]
    return [
        "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<(?:slug|str):\w+>", "x", text)) for text in ours
    ]


def asks_to_sign_in(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")


def test_every_address_has_a_line_in_the_policy() -> None:
    assert without_policy(ADDRESSES, POLICY, tuple(PREFIXES)) == []


def test_every_line_of_the_policy_is_an_address() -> None:
    assert [text for text in POLICY if text not in ADDRESSES] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", addresses(*CLOSED_TO_STRANGERS))
def test_a_stranger_is_asked_to_sign_in_or_finds_nothing(
    client: Client, address: str, method: str
) -> None:
    answer = getattr(client, method)(address)
    assert asks_to_sign_in(answer) or answer.status_code in {404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("address", addresses(Who.ROLE))
def test_someone_without_the_role_finds_nothing(client: Client, address: str) -> None:
    client.force_login(UserFactory())
    assert client.get(address).status_code in {404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("address", addresses(Who.EVERYONE, Who.DEMO, Who.DEMO_OR_STAFF))
def test_an_address_for_everyone_answers_a_stranger(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_an_address_without_a_line_is_found() -> None:
    planted = list(patterns([path("planted/<int:pk>/", lambda request, pk: None)]))
    assert without_policy(planted, POLICY, tuple(PREFIXES)) == ["planted/<int:pk>/"]


def test_an_address_below_other_peoples_prefix_passes() -> None:
    assert without_policy(["cms/pages/"], {}, ("cms/",)) == []
