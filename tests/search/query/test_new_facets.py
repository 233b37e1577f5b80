"""Results narrowed by what is known of something, and by whether a question is solved."""

import pytest
from django.test import Client

from hub.forum.services import accept_answer
from hub.guidance.enums import EvidenceLevel
from hub.interventions.enums import Effect, Strength
from tests.factories import pages
from tests.factories.forum import question, reply

pytestmark = pytest.mark.django_db


def titles(client: Client, **query: str) -> set[str]:
    found = client.get("/search/", {"q": "navigators", **query})
    return {result.title for result in found.context["results"]}


def test_practice_and_interventions_share_one_scale_of_evidence(client: Client) -> None:
    pages.practice(title="Navigators here", evidence_level=EvidenceLevel.STRONG)
    pages.practice(title="Navigators there", evidence_level=EvidenceLevel.DESCRIBED)
    pages.intervention(
        title="Hospital navigators", effect=Effect.HIGH, evidence_strength=Strength.HIGH
    )
    pages.guidance(title="What navigators do")
    assert titles(client, evidence="strong") == {"Navigators here", "Hospital navigators"}
    assert titles(client, evidence="early") == {"Navigators there"}


def test_a_question_moves_to_the_solved_ones_when_an_answer_is_accepted(client: Client) -> None:
    thread = question(title="Where are navigators?")
    answer = reply(thread)
    assert titles(client, answered="unsolved") == {"Where are navigators?"}
    accept_answer(post=answer, by=thread.author)
    assert titles(client, answered="unsolved") == set()
    assert titles(client, answered="solved") == {"Where are navigators?"}
