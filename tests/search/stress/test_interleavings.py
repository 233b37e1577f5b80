"""Changes, sweeps, rebuilds and kills in any order: content equals entries equals index."""

from collections.abc import Callable
from random import Random

import pytest

from search.engines.elastic.indices import Indices
from search.models import Entry, Removal
from search.sync.comparing import compare
from search.sync.rebuilding import rebuild_index
from search.sync.shipping import ship
from tests.search.stress.changing import ChangingHub
from tests.search.stress.interrupting import Interruptions, interruptions, kill
from tests.search.sync.oracle import faults

__all__ = ["interruptions"]

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

INTERLEAVINGS, STEPS = 100, 2
# A sweep passes six or ten points, a rebuild some more.
MOST_POINTS = 12
# The first tenth is for every run, the rest for `make test-deep`.
SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(1, 10))]


class Interleaving:
    """Some steps, each disturbed by another; `done` names them for whoever reads a fault."""

    def __init__(self, hub: ChangingHub, interruptions: Interruptions, indices: Indices) -> None:
        self.hub = hub
        self.drawn = hub.drawn
        self.interruptions = interruptions
        self.indices = indices
        self.done: list[str] = []

    def run(self) -> None:
        for _ in range(STEPS):
            self.change()
            self.drawn.choice([self.sweep, self.sweep, self.rebuild])()
        if self.drawn.random() < 0.02:
            self.done.append("lose the index")
            self.indices.delete_all()

    def change(self) -> None:
        self.done.append(self.hub.change())

    def sweep(self) -> None:
        self.disturbed("sweep", lambda: ship(self.indices))

    def rebuild(self) -> None:
        self.disturbed("rebuild", lambda: rebuild_index(self.indices))

    def disturbed(self, name: str, work: Callable[[], object]) -> None:
        points = self.drawn.randrange(MOST_POINTS)
        disturbance = self.drawn.choice([kill, self.change, self.change, self.sweep_meanwhile])
        self.done.append(f"{name}, and after {points} points {disturbance.__name__}")
        with self.interruptions.after(points, disturbance):
            work()

    def sweep_meanwhile(self) -> None:
        """Another worker changes something and tells of it."""
        self.change()
        ship(self.indices)


def wrong(indices: Indices) -> list[object]:
    """Where content, entries and index differ, and what the sweep still thinks it has to tell."""
    found: list[object] = [*faults(), *compare(indices, repair=False)]
    unsynced = Entry.objects.unsynced().values_list("kind", "object_id")
    return [*found, *unsynced, *Removal.objects.all()]


@pytest.mark.parametrize("seed", SEEDS)
def test_content_equals_entries_equals_index(
    seed: int, indices: Indices, interruptions: Interruptions
) -> None:
    hub = ChangingHub(Random(seed))
    for number in range(INTERLEAVINGS):
        interleaving = Interleaving(hub, interruptions, indices)
        interleaving.run()
        # As after some hours: each killed rebuild leaves one behind.
        indices.delete(*indices.abandoned(older_than=0))
        ship(indices)
        assert wrong(indices) == [], f"{seed}, {number}: {interleaving.done}"
    assert interruptions.spent > INTERLEAVINGS / 2
