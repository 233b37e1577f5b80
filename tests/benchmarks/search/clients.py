"""Asks an engine from one process or many at once, as the workers of a hub do."""

import gc
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from multiprocessing import get_context

from django.db import connections

from hub.access.readers import Reader
from search.engines.base import Engine, Term
from search.engines.elastic.client import asking
from search.engines.elastic.client import client as elastic_client
from search.query.finding import PER_PAGE
from search.query.mixing import reranked
from tests.benchmarks.search.questions import Question

SUGGESTED = 8
# How many words were typed, and the milliseconds until the answer was there.
Answer = tuple[int, float]
Ask = Callable[[Engine], Answer]


@dataclass(frozen=True, slots=True)
class Measured:
    """`rate` counts answers of one second, `processor` the clients' milliseconds for each."""

    answers: Sequence[Answer]
    rate: float
    processor: float

    def times(self, fewest: int = 0, most: int = 99) -> list[float]:
        """Sorted, of those with so many words."""
        return sorted(taken for words, taken in self.answers if fewest <= words <= most)


def search(question: Question, reader: Reader, engine: Engine) -> Answer:
    """What a page of results asks of the engine: hits, counts, sections, and passages to show."""
    started = time.perf_counter()
    found = engine.search(question.query, reader)
    shown = reranked(found.hits)[:PER_PAGE]
    engine.snippets(question.query, [h.section_id for h in shown if h.section_id is not None])
    return question.words, (time.perf_counter() - started) * 1000


def complete(words: Term, engine: Engine) -> Answer:
    started = time.perf_counter()
    engine.complete(words, SUGGESTED)
    return len(words), (time.perf_counter() - started) * 1000


def measured(engine: Engine, asks: Sequence[Ask], clients: int, seconds: int) -> Measured:
    """Each client is a process with its own connections, and asks in an order of its own."""
    connections.close_all()
    work = partial(client, engine, asks, seconds)
    with ProcessPoolExecutor(clients, mp_context=get_context("fork")) as pool:
        parts = list(pool.map(work, range(clients)))
    answers = [answer for part, _ in parts for answer in part]
    processor = sum(spent for _, spent in parts) * 1000 / len(answers)
    return Measured(answers, len(answers) / seconds, processor)


def client(
    engine: Engine, asks: Sequence[Ask], seconds: int, seed: int
) -> tuple[list[Answer], float]:
    """Its answers, and the seconds of a processor that it took for them."""
    gc.freeze()
    # What the parent process had open is the parent's.
    elastic_client.cache_clear()
    asking.cache_clear()
    order = list(asks)
    random.Random(seed).shuffle(order)
    for ask in order[:5]:
        ask(engine)
    until, spent = time.perf_counter() + seconds, time.process_time()
    answers = []
    for ask in cycle(order):
        answers.append(ask(engine))
        if time.perf_counter() >= until:
            break
    return answers, time.process_time() - spent
