"""A lead states what is in place: what was typed is kept, and nobody is overwritten."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import DetailsCheck
from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.interventions.profiles import statements_of
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories.areas import client_of, lead_of, practitioner_in, stated
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db

ADDRESS = "/areas/ardale/team/"


@pytest.fixture
def area() -> Area:
    return AreaFactory(name="Ardale", slug="ardale")


@pytest.fixture
def lead(area: Area) -> Client:
    return client_of(lead_of(area))


def answers(**fields: object) -> dict[str, object]:
    day = timezone.localdate().strftime("%d/%m/%Y")
    return {"presence": "partly", "note": "Two agencies.", "as_of": day, "seen": 0} | fields


def test_an_answer_is_kept_with_its_day(lead: Client, area: Area) -> None:
    lead.post(ADDRESS, answers(as_of="4/11/2025"))
    row = AreaStatement.objects.get()
    assert (row.area, row.condition, row.presence, row.note) == (
        area,
        Condition.TEAM,
        Presence.PARTLY,
        "Two agencies.",
    )
    assert row.as_of.isoformat() == "2025-11-04"


def test_the_next_condition_follows(lead: Client, area: Area) -> None:
    assert lead.post(ADDRESS, answers()).url == reverse("area_state", args=["ardale", "workers"])


def test_after_the_last_one_all_of_them_are_shown(lead: Client, area: Area) -> None:
    for condition in set(Condition) - {Condition.TEAM}:
        stated(area, condition)
    assert lead.post(ADDRESS, answers()).url == reverse("area", args=["ardale"])


def test_the_form_begins_with_what_was_said_last(lead: Client, area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO, note="Nobody yet.")
    form = lead.get(ADDRESS).context["form"]
    assert (form["presence"].value(), form["note"].value()) == (Presence.NO, "Nobody yet.")


def test_a_circumstance_is_asked_about_in_its_own_words(lead: Client, area: Area) -> None:
    html = lead.get("/areas/ardale/rivals/").content.decode()
    assert "Partly so" in html
    assert "In place" not in html


def test_what_could_point_at_a_person_is_asked_about(lead: Client, area: Area) -> None:
    answer = lead.post(ADDRESS, answers(note="Ring Kai Green, 14, on 07700 900123."))
    assert answer.status_code == 200
    assert not AreaStatement.objects.exists()
    assert DetailsCheck.objects.get().place == "interventions.statement"


def test_a_day_to_come_is_refused_and_the_words_stay(lead: Client, area: Area) -> None:
    html = lead.post(ADDRESS, answers(as_of="1/1/2099")).content.decode()
    assert "This day is still to come." in html
    assert "Two agencies." in html


def test_an_answer_must_be_chosen(lead: Client, area: Area) -> None:
    assert "Choose an answer." in lead.post(ADDRESS, answers(presence="")).content.decode()


def test_an_answer_that_is_none_is_refused(lead: Client, area: Area) -> None:
    lead.post(ADDRESS, answers(presence="perhaps"))
    assert not AreaStatement.objects.exists()


def test_somebody_who_was_overtaken_is_told_and_loses_nothing(lead: Client, area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO, note="From the other lead.")
    html = lead.post(ADDRESS, answers()).content.decode()
    assert "Somebody else answered this" in html
    assert "From the other lead." in html
    assert "Two agencies." in html
    assert statements_of(area)[Condition.TEAM].presence == Presence.NO


def test_sent_again_it_takes_the_place_of_the_other(lead: Client, area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO)
    form = lead.post(ADDRESS, answers()).context["form"]
    lead.post(ADDRESS, answers(seen=form["seen"].value()))
    assert statements_of(area)[Condition.TEAM].presence == Presence.PARTLY


def test_what_was_typed_is_there_after_signing_in_again(lead: Client, area: Area) -> None:
    writer = lead.get(ADDRESS).context["writer"]
    person = lead.session["_auth_user_id"]
    session = lead.session
    del session["_auth_user_id"]
    session.save()
    lead.post(ADDRESS, answers(writer=writer))
    sign_in(lead, User.objects.get(pk=person), mfa=True)
    assert lead.get(ADDRESS).context["form"]["note"].value() == "Two agencies."


def test_administrators_may_state_for_any_area(area: Area) -> None:
    staff_client().post(ADDRESS, answers())
    assert AreaStatement.objects.get().area == area


@pytest.mark.parametrize("condition", ["tanks", "history-of-it"])
def test_there_are_no_other_conditions(lead: Client, area: Area, condition: str) -> None:
    assert lead.get(f"/areas/ardale/{condition}/").status_code == 404


def test_a_lead_of_another_area_states_nothing_here(area: Area) -> None:
    client = client_of(lead_of(AreaFactory()))
    assert client.post(ADDRESS, answers()).status_code == 404
    assert not AreaStatement.objects.exists()


def test_people_of_the_area_who_do_not_lead_it_state_nothing(area: Area) -> None:
    client = client_of(practitioner_in(area))
    assert client.post(ADDRESS, answers()).status_code == 404


def test_a_lead_whose_role_ended_states_nothing(area: Area) -> None:
    ended = timezone.localdate() - timedelta(days=1)
    person = with_role(UserFactory(), Role.LEAD, area=area, ends_on=ended)
    assert client_of(person).post(ADDRESS, answers()).status_code == 404
