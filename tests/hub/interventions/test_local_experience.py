"""Local experience: practice examples that name the intervention, apart from studies."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.guidance.enums import EvidenceLevel
from hub.guidance.models import PracticePage
from hub.interventions.models import InterventionPage
from tests.factories.pages import guidance, intervention, practice, restrict

pytestmark = pytest.mark.django_db

NOTHING = "No practice example on the hub names this intervention yet."


@pytest.fixture
def approach() -> InterventionPage:
    return intervention(title="Mentoring")


def example_of(page: InterventionPage, **fields: Any) -> PracticePage:
    return practice(links=[page], **fields)


def local_of(client: Client, page: InterventionPage) -> str:
    html = client.get(page.url).content.decode()
    return html[html.index('id="local-experience"') :].split("</section>")[0]


def test_an_example_says_what_it_found_and_what_did_not_work(
    client: Client, approach: InterventionPage
) -> None:
    example_of(
        approach,
        title="Ardale walks",
        results="12 of 20 stayed.",
        what_did_not_work="Evenings were too late.",
        evidence_level=EvidenceLevel.MONITORED,
    )
    local = local_of(client, approach)
    wanted = ("Ardale walks", "12 of 20 stayed.", "Evenings were too late.", "Monitoring figures")
    assert [words for words in wanted if words not in local] == []


def test_it_stands_apart_from_the_studies_and_says_so(
    client: Client, approach: InterventionPage
) -> None:
    example_of(approach, title="Ardale walks")
    html = client.get(approach.url).content.decode()
    studies, local = html.split('id="local-experience"')
    assert "What studies found" in studies
    assert "Ardale walks" not in studies
    assert "part of the studies above" in local


def test_an_example_changes_nothing_in_what_studies_found(approach: InterventionPage) -> None:
    before = approach.search_evidence()
    example_of(approach, evidence_level=EvidenceLevel.STRONG)
    assert InterventionPage.objects.get(pk=approach.pk).search_evidence() == before


def test_an_example_is_not_named_a_second_time_below(
    client: Client, approach: InterventionPage
) -> None:
    example_of(approach, title="Ardale walks")
    guidance(title="Plan a mentor", links=[approach])
    html = client.get(approach.url).content.decode()
    assert html.count("Ardale walks") == 1
    assert "Plan a mentor" in html[html.index('id="used-by"') :]


def test_a_closed_example_is_neither_named_nor_counted(
    client: Client, approach: InterventionPage
) -> None:
    restrict(example_of(approach, title="Secret walks"))
    assert "Secret walks" not in client.get(approach.url).content.decode()
    assert NOTHING in local_of(client, approach)


def test_what_is_folded_away_counts_no_closed_example(
    client: Client, approach: InterventionPage
) -> None:
    for _ in range(4):
        example_of(approach)
    restrict(example_of(approach))
    assert "1 more example<" in local_of(client, approach)


def test_a_draft_is_no_experience_yet(client: Client, approach: InterventionPage) -> None:
    example_of(approach, live=False)
    assert NOTHING in local_of(client, approach)


def test_a_withdrawn_example_is_no_experience_any_more(
    client: Client, approach: InterventionPage
) -> None:
    example_of(approach, withdrawn_on=datetime.date(2026, 1, 5), withdrawn_because="Wrong figures.")
    assert NOTHING in local_of(client, approach)


def test_what_measured_more_comes_first(client: Client, approach: InterventionPage) -> None:
    example_of(approach, title="Told", evidence_level=EvidenceLevel.DESCRIBED)
    example_of(approach, title="Compared", evidence_level=EvidenceLevel.COMPARISON)
    local = local_of(client, approach)
    assert local.index("Compared") < local.index("Told")


def test_an_example_of_something_else_stays_away(
    client: Client, approach: InterventionPage
) -> None:
    example_of(intervention(), title="Elsewhere")
    assert NOTHING in local_of(client, approach)


def queries_of(client: Client, page: InterventionPage) -> int:
    """Of the second request: the first fills what Django keeps for a process."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    return len(queries)


def test_more_examples_cost_no_more(client: Client, approach: InterventionPage) -> None:
    example_of(approach)
    before = queries_of(client, approach)
    for _ in range(4):
        example_of(approach)
    assert queries_of(client, approach) == before


def test_the_example_leads_back_to_the_intervention(
    client: Client, approach: InterventionPage
) -> None:
    assert "Mentoring" in client.get(example_of(approach).url).content.decode()
