"""The demonstration's judged searches find what their editors expect, with every engine."""

from pathlib import Path

import pytest
from django.core.management import call_command

from hub.demo.loader.content import facts
from hub.demo.loader.everything import addresses
from search.engines.current import current_engine
from search.evaluation.judged import Judged, Outcome, ask, mean_ndcg
from search.query.words import speller
from tests.demo_site import fill

pytestmark = pytest.mark.django_db(transaction=True)

# A street word, a section of an Act or a slip: people look at three results, no further.
EXACT = {"slang", "statute citation", "misspelling", "acronym"}
FIRST = 3
LEAST = 0.85
APART = 0.03


@pytest.fixture(autouse=True)
def _filled(transactional_db: None, demo_snapshot: Path) -> None:
    fill(demo_snapshot)


def outcomes() -> list[tuple[str, Outcome]]:
    """The kind of each judged search, and what its first page showed."""
    speller.forget()
    known = addresses()
    engine = current_engine()
    judged = [
        (fact["query_type"], Judged(fact["query"], grades))
        for fact in facts("search_judgements")
        if (grades := {known[r["id"]]: r["grade"] for r in fact["relevant"] if r["id"] in known})
    ]
    return [(kind, ask(one, engine)) for kind, one in judged]


def test_the_database_finds_what_editors_expect() -> None:
    asked = outcomes()
    assert len(asked) > 40
    late = [o.judged.text for kind, o in asked if kind in EXACT and o.best_place > FIRST]
    assert late == []
    assert mean_ndcg(outcome for _, outcome in asked) >= LEAST


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("indices")
def test_elasticsearch_finds_as_much(settings: object) -> None:
    call_command("search_rebuild", verbosity=0)
    asked = outcomes()
    late = [o.judged.text for kind, o in asked if kind in EXACT and o.best_place > FIRST]
    assert late == []
    assert mean_ndcg(outcome for _, outcome in asked) >= LEAST
