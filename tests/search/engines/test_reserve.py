"""Elasticsearch away, refusing or slow: the database answers, soon, and says so."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from hub.access.readers import ANONYMOUS
from search.engines.base import Query
from search.engines.breaker import FIRST_PAUSE, Breaker
from search.engines.current import ELASTIC, current_engine
from search.engines.elastic import current
from search.engines.elastic.client import UNAVAILABLE, Deadline, client
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import Indices
from search.sync.shipping import ship
from tests.factories import pages

pytestmark = pytest.mark.django_db

NIGHTJAR = Query((("nightjar",),))
NOBODY = "http://127.0.0.1:9"


def silent(connection: socket.socket) -> None:
    """Takes the question and never answers."""
    connection.recv(65536)
    time.sleep(3)


def trickling(connection: socket.socket) -> None:
    """A byte now and then, so that no wait between two bytes is long."""
    connection.recv(65536)
    for byte in b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n":
        connection.sendall(bytes([byte]))
        time.sleep(0.1)


def failing(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")


given_up = threading.Event()


def waited_for(connection: socket.socket) -> None:
    """Answers nothing, and waits until the other side hangs up."""
    while connection.recv(65536):
        continue
    given_up.set()


@pytest.fixture
def bad_node(request: pytest.FixtureRequest) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                threading.Thread(target=request.param, args=[connection], daemon=True).start()

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        over.set()
        thread.join()


def use(url: str, settings: Settings) -> None:
    settings.SEARCH_ENGINE = ELASTIC
    settings.ELASTICSEARCH_URLS = [url]
    client.cache_clear()
    current.breaker.close()


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    yield
    client.cache_clear()
    current.breaker.close()


@pytest.mark.parametrize("bad_node", [silent, trickling, failing], indirect=True)
def test_a_bad_node_costs_a_moment_and_only_once(bad_node: str, settings: Settings) -> None:
    page = pages.guidance(title="Nightjar")
    use(bad_node, settings)
    engine = current_engine()
    started = time.monotonic()
    results = engine.search(NIGHTJAR, ANONYMOUS)
    assert ([hit.object_id for hit in results.hits], results.reserve) == ([page.pk], True)
    assert engine.holds(["nightjar"], ANONYMOUS)
    assert engine.complete(("night",), 5)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("bad_node", [silent, trickling, failing], indirect=True)
def test_the_first_failure_opens_the_breaker(bad_node: str, settings: Settings) -> None:
    use(bad_node, settings)
    current_engine().search(NIGHTJAR, ANONYMOUS)
    assert current.breaker.is_open


@pytest.mark.parametrize("bad_node", [waited_for], indirect=True)
def test_a_question_that_was_given_up_is_soon_off_the_line(
    bad_node: str, settings: Settings
) -> None:
    """Otherwise a node that hangs would hold all threads that ask."""
    given_up.clear()
    use(bad_node, settings)
    current_engine().search(NIGHTJAR, ANONYMOUS)
    assert given_up.wait(2)


def test_the_requests_of_one_question_have_its_seconds_together() -> None:
    deadline = Deadline(1)
    deadline.ask(lambda _: time.sleep(0.6))
    with pytest.raises(UNAVAILABLE):
        deadline.ask(lambda _: time.sleep(0.6))


@pytest.mark.sqlite_only
def test_a_dead_node_is_passed_over_for_the_next(indices: Indices, settings: Settings) -> None:
    """Two questions, since the nodes take turns."""
    page = pages.guidance(title="Nightjar")
    ship()
    settings.ELASTICSEARCH_URLS = [NOBODY, *settings.ELASTICSEARCH_URLS]
    client.cache_clear()
    engine = ElasticEngine(indices, seconds=30)
    found = [engine.search(NIGHTJAR, ANONYMOUS).hits for _ in range(2)]
    assert [[hit.object_id for hit in hits] for hits in found] == [[page.pk]] * 2


@pytest.mark.sqlite_only
def test_once_the_node_has_answered_again_it_is_asked_everything(
    indices: Indices, settings: Settings
) -> None:
    pages.guidance(title="Nightjar")
    ship()
    urls = settings.ELASTICSEARCH_URLS
    use(NOBODY, settings)
    current_engine().search(NIGHTJAR, ANONYMOUS)
    settings.ELASTICSEARCH_URLS = urls
    client.cache_clear()
    current.breaker.closed_again_at = time.monotonic() - 1
    by_reserve = [current_engine().search(NIGHTJAR, ANONYMOUS).reserve for _ in range(2)]
    assert by_reserve == [False, False]


def test_nobody_there(settings: Settings) -> None:
    page = pages.guidance(title="Nightjar")
    use(NOBODY, settings)
    results = current_engine().search(NIGHTJAR, ANONYMOUS)
    assert ([hit.object_id for hit in results.hits], results.reserve) == ([page.pk], True)


@pytest.mark.sqlite_only
def test_a_missing_index_is_a_node_away_for_many_words_too(indices: Indices) -> None:
    """How many hold each word is asked first, and answers for each word by itself."""
    pages.guidance(title="Nightjar")
    results = current_engine().search(Query((("nightjar",), ("curfew",))), ANONYMOUS)
    assert (len(results.hits), results.reserve) == (1, True)


def test_the_page_of_results_opens(client: Client, settings: Settings) -> None:
    pages.guidance(title="Nightjar")
    use(NOBODY, settings)
    assert b"Nightjar" in client.get("/search/?q=nightjar").content


def test_pages_and_writing_do_not_notice(client: Client, settings: Settings) -> None:
    use(NOBODY, settings)
    page = pages.guidance(title="Nightjar")
    assert client.get(page.url).status_code == 200


class TestBreaker:
    def test_it_opens_at_a_failure_and_lets_one_try_through_later(self) -> None:
        breaker = Breaker()
        breaker.failed()
        assert not breaker.lets_through()
        breaker.closed_again_at = time.monotonic() - 1
        assert [breaker.lets_through(), breaker.lets_through()] == [True, False]

    def test_a_success_closes_it(self) -> None:
        breaker = Breaker()
        breaker.failed()
        breaker.succeeded()
        assert breaker.lets_through()

    def test_pauses_grow_to_half_a_minute(self) -> None:
        breaker = Breaker()
        pauses = []
        for _ in range(5):
            breaker.failed()
            pauses.append(breaker.pause)
        assert pauses == [FIRST_PAUSE, 10, 20, 30, 30]
