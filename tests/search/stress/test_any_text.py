"""Whatever is typed, Elasticsearch's answer is a page, within a second."""

import time
from random import Random

import pytest
from django.conf import settings as live
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from search.engines.elastic import current
from search.engines.elastic.indices import Indices
from search.sync.shipping import ship
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

LONGEST, SECONDS = 10_000, 1.0
TRIES = 3  # a busy computer may be late once
OPERATORS = [
    *"\"*^:()-+{}[]~/\\!?<>=%_'&|",
    *("AND", "OR", "NOT", "NEAR(", "TO", "_exists_:", "kind:", "-kind:", "theme:", "s.45"),
]
ALPHABETS = [
    "nightjar ", "a", " ", "\x00\x02\x03\t\n", "é\u0301\u200d\ufeff\u202e", "漢字かな", "مرحبا",
    "👩\u200d👩\u200d👧🏽", "\U0010ffff\ue000\ufffe", "ß\u0130ﬃΣς",
]  # fmt: skip


def texts(drawn: Random, number: int) -> list[str]:
    """Of each alphabet and of operators, short and as long as they may be; then mixtures."""
    alike = [(letters * LONGEST)[:LONGEST] for letters in ALPHABETS]
    soups = [" ".join(drawn.choices(OPERATORS, k=k)) for k in (3, 30, 3_000)]
    words = " ".join(f"w{n}" for n in range(2_500))
    quoted = " ".join(f'"stop and search {n}"' for n in range(400))
    fields = "kind:course " * 800
    mixed = []
    for _ in range(number):
        parts = [*OPERATORS, *ALPHABETS, *map(chr, drawn.choices(range(1, 0xD800), k=40))]
        glue = drawn.choice(["", " "])
        mixed.append(glue.join(drawn.choices(parts, k=drawn.choice([2, 20, 400, 5_000]))))
    everything = [*alike, *soups, words, quoted, fields, "-" * LONGEST, '"' * LONGEST, *mixed]
    return [text[:LONGEST] for text in everything]


@pytest.mark.parametrize("number", [20, pytest.param(500, marks=pytest.mark.deep)])
def test_any_text_gives_a_page_within_a_second(
    number: int, indices: Indices, client: Client, settings: Settings
) -> None:
    settings.HUB_RATE_LIMITS = dict.fromkeys(live.HUB_RATE_LIMITS, "1000000/s/ip")
    for n in range(20):
        pages.guidance(title=f"Nightjar {n}", summary="s.45 is a defence for a child.")
    ship()
    client.get("/search/?q=nightjar")  # what is read once in a process is read
    wrong = []
    for text in texts(Random(7), number):
        for address in ("/search/", "/search/suggest/"):
            tries = [asked(client, address, text)]
            while len(tries) < TRIES and tries[-1][0] == 200 and not in_time(*tries[-1]):
                tries.append(asked(client, address, text))
            if not in_time(*tries[-1]):
                wrong.append((address, text[:60], len(text), tries))
    assert wrong == []


def asked(client: Client, address: str, text: str) -> tuple[int, float, bool]:
    """Status, seconds, and whether Elasticsearch was given up."""
    cache.clear()
    current.breaker.close()
    started = time.perf_counter()
    status = client.get(address, {"q": text}).status_code
    return status, time.perf_counter() - started, bool(current.breaker.pause)


def in_time(status: int, seconds: float, gave_up: bool) -> bool:
    return status == 200 and seconds < SECONDS and not gave_up
