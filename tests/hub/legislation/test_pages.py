"""Acts and provisions as readers see them."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.legislation.enums import ProvisionKind, Status
from tests.factories.pages import act, provision, restrict

pytestmark = pytest.mark.django_db

CHECKED = {"checked": True, "as_at": date(2026, 11, 22)}


def html_of(client: Client, page: object) -> str:
    return client.get(page.url).content.decode()


def titles(client: Client, query: str) -> list[str]:
    return [card.title for card in client.get(f"/legislation/?{query}").context["cards"]]


def test_a_provision_lives_below_its_act() -> None:
    page = provision(slug="section-45", under=act(slug="modern-slavery-act-2015"))
    assert page.url == "/legislation/modern-slavery-act-2015/section-45/"


def test_law_that_was_checked_says_when(client: Client) -> None:
    html = html_of(client, provision([CHECKED]))
    assert "Checked against the official text on 22 November 2026" in html
    assert "as at 22 November 2026" in html


def test_law_that_was_not_checked_says_so(client: Client) -> None:
    html = html_of(client, provision([{"checked": False, "as_at": date(2026, 11, 22)}]))
    assert "Not yet checked against the official text" in html


def test_our_note_stands_apart_from_the_law(client: Client) -> None:
    html = html_of(client, provision(our_note="<p>Raise it early.</p>"))
    law, note = html.split('class="cg-law__note"')
    assert "The test." in law
    assert "Raise it early." in note


def test_a_provision_with_an_unclear_start_carries_a_banner(client: Client) -> None:
    html = html_of(client, provision([{"status": Status.START_UNCLEAR, "effective_from": None}]))
    assert "We don&#x27;t know whether this has started" in html


def test_older_law_can_be_opened(client: Client) -> None:
    old = {
        "effective_from": date(2000, 1, 1),
        "effective_to": date(2015, 7, 30),
        "test": "Old test.",
    }
    html = html_of(client, provision([old, {}]))
    assert "At other times" in html
    assert "Old test." in html


def test_the_list_filters_by_kind(client: Client) -> None:
    provision(title="A power", kind=ProvisionKind.POWER)
    provision(title="A duty", kind=ProvisionKind.DUTY)
    assert titles(client, "kind=power") == ["A power"]


def test_the_list_filters_by_todays_status(client: Client) -> None:
    provision([{"status": Status.PILOT_ENDED}], title="Tried once")
    provision(
        [
            {"status": Status.IN_FORCE, "effective_from": date(2015, 1, 1)},
            {"status": Status.PILOT_ENDED, "effective_from": date(2010, 1, 1)},
        ],
        title="Here to stay",
    )
    assert titles(client, "status=pilot_ended") == ["Tried once"]


def test_a_list_row_warns_only_of_law_that_is_not_in_force(client: Client) -> None:
    law = act(title="Some Act 2020")
    assert provision(under=law).card().meta == ("Some Act 2020", "Offence")
    unclear = provision([{"status": Status.START_UNCLEAR}], under=law)
    assert unclear.card().meta[-1] == "Start to be checked"


def test_an_act_lists_its_provisions_but_not_closed_ones(client: Client) -> None:
    law = act()
    provision(title="Section 1: open", under=law)
    restrict(provision(title="Section 2: closed", under=law))
    html = html_of(client, law)
    assert "Section 1: open" in html
    assert "Section 2: closed" not in html


def test_an_act_lists_its_provisions_in_the_acts_own_order(client: Client) -> None:
    law = act()
    for label in ("Section 45", "Schedule 4", "Sections 14 to 23", "Section 2"):
        provision(title=label, section_label=label, under=law)
    listed = [card.title for card in client.get(law.url).context["provisions"]]
    assert listed == ["Section 2", "Sections 14 to 23", "Section 45", "Schedule 4"]


def test_an_act_costs_the_same_with_more_provisions(client: Client) -> None:
    law = act()
    provision(under=law)
    client.get(law.url)
    with CaptureQueriesContext(connection) as few:
        client.get(law.url)
    for _ in range(3):
        provision(under=law)
    with CaptureQueriesContext(connection) as many:
        client.get(law.url)
    assert len(many) == len(few)


def test_a_closed_act_closes_its_provisions(client: Client) -> None:
    law = act()
    page = provision(under=law)
    restrict(law)
    assert client.get(page.url).status_code == 404
