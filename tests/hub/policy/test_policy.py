"""Policy notes: whose document, what it asks, whether it still counts."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from hub.policy.enums import PolicyStatus
from tests.factories.pages import policy, restrict

pytestmark = pytest.mark.django_db


def html_of(client: Client, page: object) -> str:
    return client.get(page.url).content.decode()


def test_a_policy_says_what_it_asks_of_whom(client: Client) -> None:
    page = policy(asks_of=[("ask", {"who": "schools", "what": "Act early"})])
    html = html_of(client, page)
    assert "<dt>Schools</dt><dd>Act early</dd>" in html


def test_a_replaced_policy_leads_to_the_newer_one_and_back(client: Client) -> None:
    newer = policy(title="The new plan")
    older = policy(title="The old plan", status=PolicyStatus.SUPERSEDED, superseded_by=newer)
    assert f'<a href="{newer.url}">The new plan</a>' in html_of(client, older)
    assert f'<a href="{older.url}">The old plan</a>' in html_of(client, newer)


def test_a_closed_successor_is_not_named(client: Client) -> None:
    newer = policy(title="The secret plan")
    older = policy(status=PolicyStatus.SUPERSEDED, superseded_by=newer)
    restrict(newer)
    html = html_of(client, older)
    assert "A newer document has replaced this one" in html
    assert "The secret plan" not in html


def test_a_closed_predecessor_is_not_named(client: Client) -> None:
    newer = policy()
    restrict(policy(title="The secret plan", superseded_by=newer))
    assert "The secret plan" not in html_of(client, newer)


@pytest.mark.parametrize("status", [PolicyStatus.CURRENT, PolicyStatus.CHECK_EDITION])
def test_a_policy_that_counts_carries_no_banner(status: PolicyStatus) -> None:
    assert policy(status=status).banner() is None


def test_a_policy_outside_the_hub_can_replace_one_as_well() -> None:
    page = policy(status=PolicyStatus.SUPERSEDED, superseded_by_text="The 2024 plan")
    assert page.banner().text == "Replaced by The 2024 plan."


def test_a_policy_cannot_replace_itself() -> None:
    page = policy()
    page.superseded_by = page
    with pytest.raises(ValidationError) as raised:
        page.full_clean()
    assert "superseded_by" in raised.value.message_dict


def test_the_list_filters_by_status(client: Client) -> None:
    policy(title="Stands")
    policy(title="Fell", status=PolicyStatus.HISTORIC)
    cards = client.get("/policy/?status=historic").context["cards"]
    assert [card.title for card in cards] == ["Fell"]


def test_search_finds_a_policy_by_its_other_names_and_its_asks() -> None:
    document = policy(
        other_names="EGYV report", asks_of=[("ask", {"who": "schools", "what": "Act early"})]
    ).search_document()
    assert document.aliases == ("EGYV report",)
    assert [part.anchor for part in document.sections] == ["what-it-asks"]


def test_a_search_result_quotes_key_facts_as_sentences() -> None:
    page = policy(key_facts=[("fact", "Trains are used."), ("fact", "So are taxis")])
    texts = [section.text for section in page.search_document().sections]
    assert "Trains are used. So are taxis" in texts
    page.key_facts = [("fact", "Trains are used"), ("fact", "So are taxis")]
    assert texts == [section.text for section in page.search_document().sections]
