"""Does it fit here? A page of its own for people of an area."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.access.groups import group_for_area
from hub.interventions.conditions import Condition, Presence
from hub.interventions.enums import Effect, Weight
from hub.interventions.models import InterventionPage
from hub.taxonomy.models import Area
from tests.factories.areas import client_of, lead_of, practitioner_in, stated
from tests.factories.pages import intervention, restrict
from tests.factories.people import AreaFactory, UserFactory, staff_client

pytestmark = pytest.mark.django_db

NEEDS_TEAM = ("need", {"condition": Condition.TEAM, "weight": Weight.NEEDED, "why": "One voice."})
HARMED = ("harm", {"condition": Condition.RIVALS, "why": "They fight."})


@pytest.fixture
def area() -> Area:
    return AreaFactory(name="Ardale", slug="ardale")


@pytest.fixture
def colleague(area: Area) -> Client:
    return client_of(practitioner_in(area))


@pytest.fixture
def approach() -> InterventionPage:
    return intervention(title="Mentoring", slug="mentoring", requirements=[NEEDS_TEAM, HARMED])


def fit_of(client: Client, page: InterventionPage, query: str = "") -> str:
    answer = client.get(page.fit_url() + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_condition_stands_beside_what_the_area_says(
    colleague: Client, approach: InterventionPage, area: Area
) -> None:
    stated(area, Condition.TEAM, Presence.PARTLY, note="Health doesn't come.")
    html = fit_of(colleague, approach)
    wanted = ("Partly in place", "One voice.", "Health doesn&#x27;t come.", "What to do next:")
    assert [words for words in wanted if words not in html] == []


def test_harm_stands_first(colleague: Client, approach: InterventionPage, area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO)
    stated(area, Condition.RIVALS, Presence.YES)
    html = fit_of(colleague, approach)
    assert html.index("It may do harm here") < html.index("Missing here")


def test_what_nobody_stated_is_not_known(
    colleague: Client, approach: InterventionPage, area: Area
) -> None:
    stated(area, Condition.BUDGET, Presence.YES)
    html = fit_of(colleague, approach)
    assert "<h2>Not known</h2>" in html
    assert "Find out before you decide" in html


def test_no_score_and_no_count_stands_there(
    colleague: Client, approach: InterventionPage, area: Area
) -> None:
    stated(area, Condition.TEAM, Presence.YES)
    html = fit_of(colleague, approach)
    body = html[html.index("<main") : html.index("</main>")]
    assert "%" not in body
    assert "score" not in body.replace("There is no score", "")
    assert "There is no score" in body


def test_without_a_profile_it_says_who_can_fill_it_in(
    colleague: Client, approach: InterventionPage
) -> None:
    html = fit_of(colleague, approach)
    assert "Nobody has stated yet what is in place in Ardale" in html
    assert "leads and administrators of the hub can" in html


def test_without_a_profile_nothing_is_compared(
    colleague: Client, approach: InterventionPage
) -> None:
    assert "<h2>Not known</h2>" not in fit_of(colleague, approach)


def test_a_lead_is_led_to_stating_it(approach: InterventionPage, area: Area) -> None:
    html = fit_of(client_of(lead_of(area)), approach)
    assert "State what is in place" in html
    assert reverse("area", args=["ardale"]) in html


def test_somebody_of_no_area_is_told_so(approach: InterventionPage) -> None:
    html = fit_of(client_of(UserFactory()), approach)
    assert "not verified in an area" in html
    assert reverse("users:verification") in html


def test_an_approach_that_harms_says_so_whatever_is_in_place(colleague: Client, area: Area) -> None:
    stated(area, Condition.TEAM, Presence.YES)
    page = intervention(effect=Effect.HARM, requirements=[NEEDS_TEAM])
    assert "Studies found that it makes things worse" in fit_of(colleague, page)


def test_written_conditions_are_left_to_people(colleague: Client, area: Area) -> None:
    page = intervention(conditions=[("point", "A quiet room")])
    html = fit_of(colleague, page)
    assert "To judge among yourselves" in html
    assert "A quiet room" in html


def test_an_intervention_without_chosen_conditions_says_so(colleague: Client, area: Area) -> None:
    stated(area)
    assert "Nobody has chosen from the list yet" in fit_of(colleague, intervention())


def test_one_may_choose_among_ones_own_areas(approach: InterventionPage) -> None:
    around = AreaFactory(name="A force", slug="force")
    inside = AreaFactory(name="B town", slug="town", parent=around)
    stated(around, note="Of the force.")
    client = client_of(practitioner_in(inside))
    assert "Of the force." in fit_of(client, approach)
    assert "Nobody has stated yet what is in place in B town" in fit_of(
        client, approach, "?area=town"
    )


@pytest.mark.parametrize("who", ["practitioner", "administrator"])
def test_another_area_is_missing_like_one_that_there_is_not(
    approach: InterventionPage, area: Area, who: str
) -> None:
    stated(area, note="Of Ardale.")
    elsewhere = AreaFactory()
    client = client_of(practitioner_in(elsewhere)) if who == "practitioner" else staff_client()
    assert client.get(f"{approach.fit_url()}?area=ardale").status_code == 404
    assert client.get(f"{approach.fit_url()}?area=nowhere").status_code == 404


def test_another_areas_words_are_never_shown(approach: InterventionPage, area: Area) -> None:
    stated(area, note="Of Ardale.")
    html = fit_of(client_of(practitioner_in(AreaFactory())), approach)
    assert "Of Ardale." not in html
    assert "Ardale" not in html


def test_a_closed_intervention_is_missing(colleague: Client, approach: InterventionPage) -> None:
    restrict(approach, group_for_area(AreaFactory()))
    assert colleague.get(approach.fit_url()).status_code == 404


@pytest.mark.parametrize("fields", [{"live": False}, {"withdrawn_on": date(2026, 1, 5)}])
def test_what_nobody_should_rely_on_cannot_be_compared(
    colleague: Client, fields: dict[str, object]
) -> None:
    page = intervention(slug="gone", **fields)
    assert page.fit_url() == ""
    assert colleague.get("/interventions/gone/fit/").status_code == 404


def test_a_stranger_is_asked_to_sign_in(client: Client, approach: InterventionPage) -> None:
    assert client.get(approach.fit_url()).url.startswith("/accounts/login/")


def test_the_page_of_the_intervention_leads_there(
    client: Client, colleague: Client, approach: InterventionPage
) -> None:
    assert approach.fit_url() in colleague.get(approach.url).content.decode()
    assert approach.fit_url() not in client.get(approach.url).content.decode()


def test_a_last_part_with_letters_of_its_own_works_too(colleague: Client, area: Area) -> None:
    assert fit_of(colleague, intervention(slug="mentora-ŵ"))


def queries_of(client: Client, page: InterventionPage) -> int:
    """Of the second request: the first fills what Django keeps, and records the reading."""
    fit_of(client, page)
    with CaptureQueriesContext(connection) as queries:
        fit_of(client, page)
    return len(queries)


def test_more_conditions_cost_no_more(colleague: Client, area: Area) -> None:
    stated(area)
    few = queries_of(colleague, intervention(requirements=[NEEDS_TEAM]))
    every = [
        ("need", {"condition": condition, "weight": "needed", "why": ""})
        for condition in Condition
        if not condition.is_circumstance
    ]
    for condition in Condition:
        stated(area, condition)
    assert queries_of(colleague, intervention(requirements=every)) == few
