"""Everything that rests on a page is found, near and far, and nothing twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from hub.pages.models import Citation
from hub.upkeep.dependants import Dependant, dependants_of
from tests.factories import pages

pytestmark = pytest.mark.django_db
PAGES, THREADS = 7, 3
NODES = PAGES + THREADS
Graph = set[tuple[int, int]]
# Who rests on whom, by number: pages first, then threads, on which nothing rests.
graphs = st.sets(st.tuples(st.integers(0, NODES - 1), st.integers(0, PAGES - 1)), max_size=30)


@pytest.fixture
def made() -> list[Page]:
    return [pages.guidance() for _ in range(PAGES)]


def steps(graph: Graph, changed: int) -> dict[int, int]:
    """How far each is from what changed: the reference, one step after another."""
    known, step, reached = {}, 0, {changed}
    while reached:
        step += 1
        reached = {one for one, on in graph if on in reached} - {*known, changed}
        known |= dict.fromkeys(reached, step)
    return known


def cite(graph: Graph, made: list[Page]) -> None:
    Citation.objects.all().delete()
    Citation.objects.bulk_create(
        Citation(source_kind=kind, source_id=pk, target_key=made[on].translation_key)
        for one, on in sorted(graph)
        for kind, pk in [name(one, made)]
    )


def name(node: int, made: list[Page]) -> tuple[str, int]:
    return ("guidance", made[node].pk) if node < PAGES else ("thread", node)


@given(graph=graphs, changed=st.integers(0, PAGES - 1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_dependant_is_found_once_at_its_distance(
    made: list[Page], graph: Graph, changed: int
) -> None:
    cite(graph, made)
    found = dependants_of(made[changed])
    expected = {Dependant(*name(node, made), far) for node, far in steps(graph, changed).items()}
    assert len(found) == len(expected)
    assert set(found) == expected


def test_what_was_deleted_is_no_dependant() -> None:
    law, gone = pages.act(), 10**9
    Citation.objects.create(source_kind="guidance", source_id=gone, target_key=law.translation_key)
    assert dependants_of(law) == []


def test_a_page_that_rests_on_its_own_translation_is_no_dependant() -> None:
    law = pages.act()
    Citation.objects.create(source_kind="act", source_id=law.pk, target_key=law.translation_key)
    assert dependants_of(law) == []
