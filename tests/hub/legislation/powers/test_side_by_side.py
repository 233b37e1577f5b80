"""Two to four results beside each other."""

import pytest
from django.test import Client
from django.urls import reverse

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.legislation.enums import Status
from hub.legislation.models import ProvisionPage
from hub.legislation.powers.enums import Intrusion
from tests.factories.pages import act, findable, restrict
from tests.hub.legislation.powers.answering import answered

pytestmark = pytest.mark.django_db


def address(*pages: ProvisionPage, **answers: str) -> str:
    return answered("powers_side_by_side", choose=[str(page.pk) for page in pages], **answers)


def shown(client: Client, *pages: ProvisionPage) -> list[str]:
    context = client.get(address(*pages)).context
    return [result.page.title for result in context["chosen"]] if "chosen" in context else []


@pytest.fixture
def several() -> list[ProvisionPage]:
    law = act()
    return [findable(title=f"Power {number}", under=law) for number in range(5)]


def test_what_was_ticked_stands_side_by_side(client: Client, several: list[ProvisionPage]) -> None:
    assert shown(client, *several[:2]) == ["Power 0", "Power 1"]


def test_what_reaches_in_least_stands_first(client: Client, several: list[ProvisionPage]) -> None:
    gentle = findable(title="Gentle", intrusion=Intrusion.SUPPORT)
    assert shown(client, several[0], gentle) == ["Gentle", "Power 0"]


def test_each_has_what_it_needs(client: Client) -> None:
    law = act()
    words = {"test": "Shown so.", "how": "Used so.", "penalty": "Two years.", "extent": "England"}
    pages = [findable([words], under=law, used_by_text="Constables") for _ in range(2)]
    html = client.get(address(*pages)).content.decode()
    wanted = ("Shown so.", "Used so.", "Two years.", "Constables", "Not yet checked")
    assert [part for part in wanted if html.count(part) != 2] == []


@pytest.mark.parametrize("number", [0, 1, 5])
def test_fewer_than_two_or_more_than_four_are_asked_for_again(
    client: Client, several: list[ProvisionPage], number: int
) -> None:
    answer = client.get(address(*several[:number]))
    html = answer.content.decode()
    assert "Choose two to four to see side by side." in html
    assert html.count(" checked>") == number


def test_what_is_closed_cannot_be_chosen(client: Client, several: list[ProvisionPage]) -> None:
    closed = findable(title="Closed power")
    restrict(closed, group_for_role(Role.ANALYST, "Analyst"))
    html = client.get(address(*several[:2], closed)).content.decode()
    assert "Closed power" not in html


def test_what_is_closed_answers_like_what_is_not_there(
    client: Client, several: list[ProvisionPage]
) -> None:
    closed = findable()
    restrict(closed, group_for_role(Role.ANALYST, "Analyst"))
    missing = ProvisionPage(pk=10**9)
    assert [shown(client, several[0], page) for page in (closed, missing)] == [[], []]


@pytest.mark.parametrize("status", [Status.PILOT_ENDED, Status.NOT_IN_FORCE, Status.START_UNCLEAR])
def test_what_is_not_available_cannot_be_chosen(
    client: Client, several: list[ProvisionPage], status: Status
) -> None:
    page = findable([{"status": status}], title="Piloted")
    assert shown(client, *several[:2], page) == ["Power 0", "Power 1"]


def test_a_tactic_cannot_be_chosen_by_others(client: Client, several: list[ProvisionPage]) -> None:
    tactic = findable(title="Tactic", is_tactic=True)
    assert shown(client, *several[:2], tactic) == ["Power 0", "Power 1"]


def test_what_does_not_fit_the_answers_cannot_be_chosen(
    client: Client, several: list[ProvisionPage]
) -> None:
    other = findable(title="Of others", acting=["health"])
    assert shown(client, *several[:2], other) == ["Power 0", "Power 1"]


def test_without_answers_it_leads_back_to_the_questions(client: Client) -> None:
    answer = client.get(reverse("powers_side_by_side"))
    assert answer["Location"] == reverse("powers")


def test_safety_comes_before_powers_here_too(client: Client, several: list[ProvisionPage]) -> None:
    answer = client.get(address(*several[:2], exploited="yes"))
    assert "exploited=yes" in answer["Location"]


@pytest.mark.parametrize("strange", ["x", "-1", "9" * 60, "1 or 1=1", "\x00"])
def test_strange_ids_choose_nothing(client: Client, strange: str) -> None:
    answer = client.get(answered("powers_side_by_side", choose=[strange, strange]))
    assert answer.status_code == 200
    assert "Choose two to four" in answer.content.decode()
