"""What fits the answers, in which order, and what is never shown as available."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.legislation.enums import ProvisionKind, Status
from hub.legislation.powers.enums import Concern, Intrusion, Problem
from tests.factories.areas import client_of, practitioner_in
from tests.factories.pages import act, findable, provision, restrict
from tests.factories.people import AreaFactory, UserFactory
from tests.hub.legislation.powers.answering import answered

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
OVER = {"effective_to": TODAY - timedelta(days=1)}
UNSTARTED = {"effective_from": TODAY + timedelta(days=1)}


def available(client: Client, **answers: str) -> list[str]:
    finding = client.get(answered(**answers)).context["finding"]
    return [result.page.title for result in finding.results]


def not_available(client: Client, **answers: str) -> list[tuple[str, str]]:
    finding = client.get(answered(**answers)).context["finding"]
    return [(item.page.title, item.why) for item in finding.not_available]


def test_what_fits_every_answer_is_found(client: Client) -> None:
    findable(title="Fits")
    assert available(client) == ["Fits"]


@pytest.mark.parametrize(
    "other",
    [
        {"acting": ["health"]},
        {"problems": [Problem.WEAPONS.value]},
        {"concerns": [Concern.ADULT.value]},
        {"nations": ["wales"]},
        {"nations": []},
        {"intrusion": None},
    ],
    ids=["agency", "problem", "concern", "nation", "no nation known", "not in the finder"],
)
def test_what_misses_one_answer_is_not_found(client: Client, other: dict) -> None:
    findable(**other)
    assert available(client) == []


def test_who_only_tells_those_who_act_is_told_their_part(client: Client) -> None:
    findable(acting=["police"], asking=["schools"], used_by_text="Police")
    html = client.get(answered(who="schools")).content.decode()
    assert "Others decide. You tell or advise them." in html
    assert "<dt>Who may use it</dt><dd>Police</dd>" in html


def test_what_the_asker_may_do_stands_before_what_others_decide(client: Client) -> None:
    law = act()
    findable(title="Told", acting=[], asking=["police"], under=law)
    findable(title="Done", under=law)
    assert available(client) == ["Done", "Told"]


def test_the_least_intrusive_stands_first(client: Client) -> None:
    law = act()
    for reach in sorted(Intrusion, reverse=True):
        findable(title=reach.label, kind=ProvisionKind.DUTY, intrusion=reach, under=law)
    assert available(client) == [str(reach.label) for reach in Intrusion]


def test_a_duty_to_keep_people_safe_fits_whatever_the_problem_is(client: Client) -> None:
    findable(title="Duty", kind=ProvisionKind.DUTY, intrusion=Intrusion.SAFEGUARDING, problems=[])
    found = [available(client, problem=problem.value) for problem in Problem]
    assert found == [["Duty"]] * len(Problem)


def test_a_duty_to_keep_children_safe_leads_where_the_answer_is_a_place(client: Client) -> None:
    findable(title="Duty", kind=ProvisionKind.DUTY, intrusion=Intrusion.SAFEGUARDING)
    assert available(client, about=Concern.PLACE.value) == ["Duty"]


def test_without_a_duty_the_page_says_that_there_may_be_one(client: Client) -> None:
    html = client.get(answered(where="scotland")).content.decode()
    assert "The hub holds no such duty for these answers." in html


@pytest.mark.parametrize(
    ("version", "why"),
    [
        ({"status": Status.NOT_IN_FORCE}, "Not in force yet"),
        ({"status": Status.START_UNCLEAR}, "We don't know whether this has started"),
        ({"status": Status.PILOT_ENDED}, "The pilot has ended"),
        ({"status": Status.REPEALED}, "Repealed"),
        (OVER, "Ended on"),
        (UNSTARTED, "In force from"),
    ],
    ids=["not in force", "unclear", "piloted", "repealed", "over", "to come"],
)
def test_what_does_not_hold_today_is_named_apart_and_never_as_available(
    client: Client, version: dict, why: str
) -> None:
    findable([version], title="Not yet, or no more")
    assert available(client) == []
    ((title, said),) = not_available(client)
    assert title == "Not yet, or no more"
    assert said.startswith(why)


def test_what_has_no_text_is_not_available(client: Client) -> None:
    findable([], title="Empty")
    assert available(client) == []
    assert not_available(client) == [("Empty", "We hold no text of it that is in force")]


def test_the_last_day_of_a_version_still_counts(client: Client) -> None:
    findable([{"effective_to": TODAY}], title="Until tonight")
    assert available(client) == ["Until tonight"]


def test_a_version_to_come_does_not_hide_the_one_that_holds(client: Client) -> None:
    new = {"status": Status.NOT_IN_FORCE, "effective_from": TODAY + timedelta(days=9)}
    findable([{"effective_from": date(2015, 1, 1)}, new], title="Holds today")
    assert available(client) == ["Holds today"]


def test_a_page_that_is_withdrawn_is_not_named(client: Client) -> None:
    findable(title="Withdrawn", withdrawn_on=TODAY)
    assert "Withdrawn" not in client.get(answered()).content.decode()


def test_a_draft_is_not_named(client: Client) -> None:
    findable(title="Draft power", live=False)
    assert "Draft power" not in client.get(answered()).content.decode()


def test_what_is_closed_to_the_reader_is_not_named(client: Client) -> None:
    restrict(findable(title="Closed power"), group_for_role(Role.ANALYST, "Analyst"))
    restrict(
        findable([{"status": Status.REPEALED}], title="Closed pilot"),
        group_for_role(Role.ANALYST, "Analyst"),
    )
    html = client.get(answered()).content.decode()
    assert "Closed" not in html


def test_a_closed_duty_is_not_named_among_what_comes_first(client: Client) -> None:
    duty = findable(title="Closed duty", kind=ProvisionKind.DUTY, intrusion=Intrusion.SAFEGUARDING)
    restrict(duty, group_for_role(Role.ANALYST, "Analyst"))
    assert "Closed duty" not in client.get("/legislation/powers/?exploited=yes").content.decode()


def test_a_tactic_is_found_by_verified_practitioners(client: Client) -> None:
    findable(title="Tactic", is_tactic=True)
    assert available(client_of(practitioner_in(AreaFactory()))) == ["Tactic"]


@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "member"])
def test_a_tactic_is_named_to_nobody_else(client: Client, signed_in: bool) -> None:
    findable(title="Tactic", is_tactic=True)
    findable([{"status": Status.START_UNCLEAR}], title="Tactic to come", is_tactic=True)
    reader = client_of(UserFactory()) if signed_in else client
    html = reader.get(answered()).content.decode()
    assert "Tactic" not in html
    assert "Operational tactics are left out here." in html


def test_each_result_has_its_test_and_its_penalty(client: Client) -> None:
    findable([{"test": "What is shown.", "penalty": "Five years."}])
    html = client.get(answered()).content.decode()
    assert "What is shown." in html
    assert "Five years." in html


def test_law_that_was_not_checked_says_so(client: Client) -> None:
    findable()
    assert "Not yet checked against the official text" in client.get(answered()).content.decode()


def test_signs_of_exploitation_are_remembered_beside_the_results(client: Client) -> None:
    findable(title="An order")
    html = client.get(answered(exploited="unsure", read="yes")).content.decode()
    places = [html.index(words) for words in ("Call 999", "Before anything below", "An order")]
    assert places == sorted(places)


def test_more_law_costs_no_more_queries(client: Client) -> None:
    law = act()
    findable(under=law)
    client.get(answered())
    with CaptureQueriesContext(connection) as few:
        client.get(answered())
    for _ in range(4):
        findable(under=law)
        findable([{"status": Status.REPEALED}], under=law)
    provision(under=law)
    with CaptureQueriesContext(connection) as many:
        client.get(answered())
    assert len(many) == len(few)
    assert len(few) <= 15
