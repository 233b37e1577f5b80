"""Two reviewers, or an author in a hurry, at the same moment. On a real database file."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from hub.guidance.models import PracticePage
from hub.notices.models import Notice
from hub.sharing.enums import Verdict
from hub.sharing.models import Review, SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import review_example, start_example, submit_example
from tests.factories.sharing import ready, reviewer, sent, sharer

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], object]) -> list[str]:
    """Lets all go together; for each, "done" or "told"."""
    gate = Barrier(len(works))

    def run(work: Callable[[], object]) -> str:
        try:
            gate.wait(timeout=30)
            work()
        except Overtaken:
            return "told"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return sorted(pool.map(run, works))


def test_two_reviewers_decide_once() -> None:
    example, first, second = sent(), reviewer(), reviewer()

    def decide(by: object, verdict: Verdict) -> Review:
        return review_example(
            example=example,
            by=by,
            verdict=verdict,
            version=example.version,
            comments={},
            reason="?",
        )

    told = at_once(lambda: decide(first, Verdict.APPROVE), lambda: decide(second, Verdict.DECLINE))
    assert told == ["done", "told"]
    made = PracticePage.objects.filter(title=example.title).count()
    verdict = Review.objects.get(example=example).verdict
    assert made == (1 if verdict == Verdict.APPROVE else 0)


def test_two_presses_send_it_once() -> None:
    reviewer()
    example = ready()
    assert at_once(*[lambda: submit_example(example=example)] * 2) == ["done", "done"]
    assert Notice.objects.count() == 1


def test_two_presses_start_one_draft() -> None:
    author = sharer()
    at_once(*[lambda: start_example(author=author)] * 2)
    assert SharedExample.objects.of(author.pk).count() == 1
