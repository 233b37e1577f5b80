"""What the powers finder asks, and in which order."""

import re

import pytest
from django.test import Client

from hub.legislation.powers.enums import Concern, Exploited, Problem
from tests.factories.pages import findable, referral, restrict
from tests.hub.legislation.powers.answering import ALL, answered, finder

pytestmark = pytest.mark.django_db


def html_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def heading(html: str) -> str:
    return re.sub(r"<[^>]+>", "", re.findall(r"<h1>(.*?)</h1>", html)[0])


def test_the_address_is_a_contract() -> None:
    assert finder() == "/legislation/powers/"


def test_the_first_question_is_whether_the_person_could_be_exploited(client: Client) -> None:
    assert heading(html_of(client, finder())) == "Could this person be exploited?"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (1, "Who are you?"),
        (2, "What is the problem?"),
        (3, "Whom does it concern?"),
        (4, "Where is it?"),
        (5, "What fits"),
    ],
)
def test_each_answer_leads_to_the_next_question(client: Client, given: int, asked: str) -> None:
    answers = dict(list(ALL.items())[:given])
    assert heading(html_of(client, finder(**answers))) == asked


@pytest.mark.parametrize("answer", [Exploited.YES, Exploited.UNSURE])
def test_signs_and_doubt_lead_to_safety_before_any_other_question(
    client: Client, answer: Exploited
) -> None:
    html = html_of(client, finder(exploited=answer.value))
    assert heading(html) == "Keep them safe first"
    assert "Call 999" in html


@pytest.mark.parametrize("answer", [Exploited.YES, Exploited.UNSURE])
def test_no_power_is_named_before_safety_was_read(client: Client, answer: Exploited) -> None:
    findable(title="A power of the police")
    html = html_of(client, answered(exploited=answer.value))
    assert heading(html) == "Keep them safe first"
    assert "A power of the police" not in html


def test_what_comes_first_leads_on_to_the_questions(client: Client) -> None:
    html = html_of(client, finder(exploited="yes"))
    assert '<input type="hidden" name="read" value="yes">' in html
    assert heading(html_of(client, finder(exploited="yes", read="yes"))) == "Who are you?"


def test_the_ways_to_refer_that_rest_on_a_duty_are_named(client: Client) -> None:
    duty = findable(kind="duty", intrusion=1)
    referral(title="Children’s social care", links=[duty])
    referral(title="Something else")
    html = html_of(client, finder(exploited="yes"))
    assert "Children’s social care" in html
    assert "Something else" not in html


def test_a_closed_way_to_refer_is_not_named(client: Client) -> None:
    duty = findable(kind="duty", intrusion=1)
    restrict(referral(title="Closed route", links=[duty]))
    assert "Closed route" not in html_of(client, finder(exploited="yes"))


@pytest.mark.parametrize("name", ALL)
def test_an_answer_that_is_not_on_offer_is_asked_again(client: Client, name: str) -> None:
    html = html_of(client, answered(**{name: "'); drop table"}))
    assert heading(html) != "What fits"
    assert "drop table" not in html


def test_a_form_without_an_answer_says_so(client: Client) -> None:
    html = html_of(client, finder(asked="exploited"))
    assert "Choose an answer." in html
    assert "<title>Error:" in html


def test_an_address_without_an_answer_is_not_called_wrong(client: Client) -> None:
    assert "Choose an answer." not in html_of(client, finder())


def test_every_answer_can_be_changed_and_the_others_stay(client: Client) -> None:
    rows = client.get(answered()).context["answers"].rows()
    changed = [heading(html_of(client, finder() + str(row["url"]))) for row in rows]
    assert changed == [
        "Could this person be exploited?",
        "Who are you?",
        "What is the problem?",
        "Whom does it concern?",
        "Where is it?",
    ]
    hidden = html_of(client, finder() + str(rows[1]["url"]))
    assert '<input type="hidden" name="where" value="england">' in hidden


def test_back_from_a_question_asks_the_one_before(client: Client) -> None:
    html = html_of(client, finder(exploited="no", who="police"))
    back = re.findall(r'class="cg-with-icon" href="([^"]+)"', html)[0].replace("&amp;", "&")
    assert heading(html_of(client, back)) == "Who are you?"


def test_back_from_the_second_question_shows_what_comes_first_again(client: Client) -> None:
    html = html_of(client, finder(exploited="yes", read="yes"))
    back = re.findall(r'class="cg-with-icon" href="([^"]+)"', html)[0].replace("&amp;", "&")
    assert heading(html_of(client, back)) == "Keep them safe first"


@pytest.mark.parametrize("listed", [Exploited, Problem, Concern])
def test_every_choice_of_a_list_is_on_offer(client: Client, listed: type) -> None:
    offered = client.get(answered()).context["answers"].questions.values()
    assert dict(listed.choices) in [dict(question.options) for question in offered]


def test_nothing_is_kept_of_what_was_answered(client: Client) -> None:
    answer = client.get(answered())
    assert not answer.cookies
    assert not client.session.keys()
