"""Taking a file from another site: a real one on this machine, which is let through for it."""

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep

import pytest

from hub.weblinks import asking, fetching, guard
from hub.weblinks.fetching import Fetch, FetchError, File, fetch

ACT = b"<Legislation/>"
TERMS = Fetch(frozenset({"127.0.0.1"}), 1000, {"User-Agent": "A hub (+https://hub.example)"})


class Site(BaseHTTPRequestHandler):
    """Answers by the address; remembers who asked, and how."""

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers))
        getattr(self, self.path.strip("/").partition("/")[0], self.gone)()

    def say(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def act(self) -> None:
        if self.headers.get("If-None-Match") == '"one"':
            return self.say(b"", 304, ETag='"one"')
        return self.say(ACT, ETag='"one"', Last_Modified="Mon, 01 Jun 2026 10:00:00 GMT")

    def packed(self) -> None:
        self.say(gzip.compress(ACT), Content_Encoding="gzip")

    def bomb(self) -> None:
        self.say(gzip.compress(b"x" * 100_000), Content_Encoding="gzip")

    def large(self) -> None:
        self.say(b"x" * 2000)

    def cut(self) -> None:
        self.say(ACT, Content_Length="5000")

    def drip(self) -> None:
        self.say(b"", Content_Length="5")
        for _ in range(5):
            sleep(0.1)
            self.wfile.write(b"x")

    def moved(self) -> None:
        self.say(b"", 301, Location="/act")

    def away(self) -> None:
        self.say(b"", 302, Location="http://localhost/act")

    def inside(self) -> None:
        self.say(b"", 302, Location="http://169.254.169.254/latest/")

    def circle(self) -> None:
        self.say(b"", 302, Location="/circle")

    def gone(self) -> None:
        self.say(b"", 404)

    def busy(self) -> None:
        self.say(b"", 429)

    def log_message(self, *_: object) -> None:
        """Nothing: tests read `asked`."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(guard, "PORTS", {"http": server.server_port, "https": 443})
    monkeypatch.setattr(guard, "is_public", lambda address: str(address) == "127.0.0.1")
    yield server
    server.shutdown()
    server.server_close()


def at(site: ThreadingHTTPServer, path: str, terms: Fetch = TERMS) -> File:
    return fetch(f"http://127.0.0.1:{site.server_port}/{path}", terms)


@pytest.mark.parametrize(("path", "requests"), [("act", 1), ("packed", 1), ("moved", 2)])
def test_a_file_comes_whole(site, path: str, requests: int) -> None:
    file = at(site, path)
    assert (file.content, file.requests) == (ACT, requests)


def test_who_asks_is_named(site) -> None:
    at(site, "act")
    assert site.asked[0]["User-Agent"] == "A hub (+https://hub.example)"


def test_what_did_not_change_does_not_come_twice(site) -> None:
    first = at(site, "act")
    again = Fetch(TERMS.hosts, TERMS.most_bytes, TERMS.headers | {"If-None-Match": first.etag})
    assert at(site, "act", again).content is None


@pytest.mark.parametrize(
    ("path", "why", "requests"),
    [
        ("nowhere", "answers 404", 1),
        ("busy", "answers 429", 1),
        ("large", "too large", 1),
        ("bomb", "too large", 1),
        ("cut", "breaks off", 1),
        ("away", "may not be asked", 1),
        ("inside", "may not be asked", 1),
        ("circle", "without end", 6),
    ],
)
def test_what_does_not_come_whole_does_not_come(site, path: str, why: str, requests: int) -> None:
    with pytest.raises(FetchError, match=why) as error:
        at(site, path)
    assert error.value.requests == requests


def test_a_site_that_drips_is_left(site, monkeypatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST", 0.15)
    monkeypatch.setattr(fetching, "PIECE", 1)
    with pytest.raises(FetchError, match="too long"):
        at(site, "drip")


def test_a_site_that_says_nothing_is_left(site, monkeypatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.05)
    monkeypatch.setattr(fetching, "SECONDS", 0.05)
    with pytest.raises(FetchError, match="breaks off"):
        at(site, "drip")


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "file:///etc/passwd", "http://other.invalid/"])
def test_other_sites_are_not_asked_at_all(site, url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, TERMS)
    assert site.asked == []
