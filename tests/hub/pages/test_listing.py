"""Lists of every kind: whom they show, how they page, what they cost."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.pages.models import HubPage
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

LISTS: dict[str, Callable[..., HubPage]] = {
    "/guidance/": pages.guidance,
    "/practice/": pages.practice,
    "/tools/": pages.tool,
    "/legislation/": pages.provision,
    "/policy/": pages.policy,
    "/glossary/": pages.term,
    "/interventions/": pages.intervention,
    "/referrals/": pages.referral,
}
every_list = pytest.mark.parametrize(("address", "make"), LISTS.items(), ids=LISTS)


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


@every_list
def test_a_list_costs_the_same_with_more_rows(
    client: Client, address: str, make: Callable[..., HubPage]
) -> None:
    make()
    client.get(address)
    few = queries_of(client, address)
    for _ in range(4):
        make(themes=["mapping"], nations=["wales"])
    assert queries_of(client, address) == few


@every_list
def test_a_list_names_its_pages_and_leads_to_them(
    client: Client, address: str, make: Callable[..., HubPage]
) -> None:
    page = make(title="Something findable")
    html = client.get(address).content.decode()
    assert f'<a href="{page.url}">Something findable</a>' in html


@every_list
def test_a_closed_page_is_in_no_list_of_strangers(
    client: Client, address: str, make: Callable[..., HubPage]
) -> None:
    pages.restrict(make(title="Members only"))
    assert b"Members only" not in client.get(address).content
    sign_in(client, UserFactory())
    assert b"Members only" in client.get(address).content


@every_list
def test_a_draft_is_in_no_list(client: Client, address: str, make: Callable[..., HubPage]) -> None:
    make(title="Half written", live=False)
    assert b"Half written" not in client.get(address).content


@every_list
def test_an_empty_list_says_so(client: Client, address: str, make: Callable[..., HubPage]) -> None:
    assert b"Nothing has been published here yet." in client.get(address).content


def test_a_long_list_puts_its_page_number_into_the_title(client: Client) -> None:
    for number in range(21):
        pages.guidance(title=f"Page {number:02}")
    html = client.get("/guidance/?page=2").content.decode()
    assert "(page 2 of 2)" in html.split("</title>")[0]
    assert "Page 20" in html
    assert "Page 19" not in html


def test_the_parent_of_a_closed_act_hides_its_provisions_from_the_list(client: Client) -> None:
    law = pages.act(title="Closed Act 2020")
    pages.provision(title="Section 1: closed", under=law)
    pages.restrict(law)
    assert b"Section 1: closed" not in client.get("/legislation/").content
