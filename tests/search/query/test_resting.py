"""What the best results rest on comes up with them, among what was found."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from search.engines.base import Hit
from search.query.mixing import reranked
from tests.factories import pages

pytestmark = pytest.mark.django_db


def hit(entry_id: int, score: float) -> Hit:
    return Hit(entry_id, "guidance", entry_id, 1, score)


def test_a_result_lifts_what_it_rests_on_and_nothing_else() -> None:
    hits = [hit(1, 9.0), hit(2, 5.0), hit(3, 4.8), hit(4, 1.0)]
    assert [h.entry_id for h in reranked(hits, resting={1: [3]})] == [1, 3, 2, 4]


def test_what_is_not_among_the_hits_is_left_out() -> None:
    hits = [hit(1, 9.0), hit(2, 5.0)]
    assert [h.entry_id for h in reranked(hits, resting={1: [7]})] == [1, 2]


def titles(client: Client) -> list[str]:
    response = client.get("/search/", {"q": "nightjar roost"})
    return [result.title for result in response.context["results"]]


def test_a_page_brings_the_law_under_it_up_the_list(client: Client) -> None:
    filler = "Many other words about bridges, boats and the weather of this place. "
    law = pages.provision(title="Section 9: roosts", summary="A nightjar. " + filler * 3)
    for number in range(2):
        pages.term(title=f"Word {number}", definition="A nightjar. " + filler * 2)
    best = pages.guidance(title="Nightjar roost", summary="Where nightjar and roost are.")
    before = titles(client)
    best.links = [("link", {"page": law, "note": ""})]
    best.save()
    after = titles(client)
    assert after.index(law.title) < before.index(law.title)
    assert set(after) == set(before)


def test_a_closed_page_stays_out_whatever_rests_on_it(client: Client) -> None:
    law = pages.provision(title="Section 9: nightjar roosts")
    best = pages.guidance(title="Nightjar roost")
    best.links = [("link", {"page": law, "note": ""})]
    best.save()
    pages.guidance(title="Another nightjar")
    pages.restrict(law, Group.objects.create(name="Red"))
    assert law.title not in titles(client)
