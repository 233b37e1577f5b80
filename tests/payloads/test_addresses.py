"""Payloads in addresses: what is searched for, what lists are narrowed by, and where to go next."""

from collections.abc import Iterable
from urllib.parse import urlencode

import pytest
from django.test import Client

from hub.core.spreadsheets import plain_cell
from tests.factories.pages import guidance
from tests.factories.people import PASSWORD, UserFactory, sign_in
from tests.payloads.addresses import AWAY
from tests.payloads.everything import PAYLOADS, one_of_each, tenth
from tests.payloads.hostile import FORMULAS
from tests.payloads.payload import ELSEWHERE, Payload
from tests.payloads.sending import faults_in, raw

pytestmark = pytest.mark.django_db

SOME = [
    pytest.param(tenth("addresses"), id="a tenth"),
    pytest.param(PAYLOADS, marks=pytest.mark.deep, id="all"),
]
FEW = [pytest.param(one_of_each("addresses"), id="one of each"), SOME[1]]
# A list of each kind that can be narrowed or searched, with everything that narrows it.
LISTS = {
    "/search/": ("q", "kind", "theme", "agency", "nation", "page"),
    "/forum/": ("q", "state", "theme", "page"),
    "/guidance/": ("theme", "agency", "nation", "page", "briefing"),
    "/glossary/": ("theme", "category", "page"),
    "/legislation/": ("theme", "kind", "status", "page"),
    "/policy/": ("theme", "status", "page"),
    "/practice/": ("theme", "evidence", "page"),
    "/interventions/": ("theme", "effect", "evidence_strength", "cost", "page"),
}
ASKED_WHERE_NEXT = ("/accounts/login/", "/accounts/signup/", "/accounts/logout/", "/accounts/2fa/")


@pytest.fixture
def visitor(client: Client) -> Client:
    guidance(title="County lines")
    client.raise_request_exception = False
    return client


def query(names: Iterable[str], text: str) -> str:
    return urlencode([(name, raw(text)) for name in names])


@pytest.mark.parametrize("payloads", SOME)
def test_every_text_can_be_searched_for(visitor: Client, payloads: list[Payload]) -> None:
    wrong = [
        f"{payload}: {fault}"
        for payload in payloads
        for fault in faults_in(visitor.get("/search/?" + query(["q"], payload.text)))
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("payloads", FEW)
@pytest.mark.parametrize("address", LISTS)
def test_every_text_can_narrow_a_list(
    visitor: Client, address: str, payloads: list[Payload]
) -> None:
    wrong = [
        f"{payload}: {fault}"
        for payload in payloads
        for fault in faults_in(visitor.get(f"{address}?{query(LISTS[address], payload.text)}"))
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("payloads", FEW)
def test_every_text_can_stand_in_an_address(visitor: Client, payloads: list[Payload]) -> None:
    texts = {payload.text: query([""], payload.text)[1:] for payload in payloads}
    wrong = [
        f"{text!r}: {fault}"
        for text, quoted in texts.items()
        for place in ("/", "/guidance/", "/media/", "/documents/1/", "/certificates/")
        if len(quoted) < 4000  # servers refuse longer ones before they get here
        for fault in faults_in(visitor.get(f"{place}{quoted}"))
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("target", AWAY)
def test_nobody_who_signs_in_is_sent_elsewhere(client: Client, target: str) -> None:
    login = {"login": UserFactory().email, "password": PASSWORD}
    answer = client.post(f"/accounts/login/?{query(['next'], target)}", login)
    assert leads_away(answer.get("Location", "")) is False


@pytest.mark.parametrize("address", ASKED_WHERE_NEXT)
def test_nobody_who_is_signed_in_is_sent_elsewhere(client: Client, address: str) -> None:
    sign_in(client, UserFactory(), mfa=True)
    asked = [f"{address}?{query(['next'], target)}" for target in AWAY]
    answers = [client.get(place) for place in asked]
    assert [a["Location"] for a in answers if leads_away(a.get("Location", ""))] == []
    assert [fault for answer in answers for fault in faults_in(answer)] == []


def leads_away(location: str) -> bool:
    """Whether a browser would leave the site: by a host, or by what it takes for one."""
    path = location.replace("\\", "/").split("?")[0].strip()
    return bool(location) and (not path.startswith("/") or path.startswith("//"))


@pytest.mark.parametrize("target", [f"//{ELSEWHERE}", f"https://{ELSEWHERE}/", f"/\\{ELSEWHERE}"])
def test_an_address_elsewhere_is_seen(target: str) -> None:
    assert leads_away(target)


@pytest.mark.parametrize("text", [text for text in FORMULAS if text[0] in "=+-@\t\r\n"])
def test_no_cell_of_an_export_begins_a_formula(text: str) -> None:
    assert plain_cell(text)[0] == "'"
