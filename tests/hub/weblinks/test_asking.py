"""What another site answers, from a real one on this machine, which is let through for it."""

import ssl
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import urllib3

from hub.weblinks import asking, guard
from hub.weblinks.asking import answer_of, problem_of
from hub.weblinks.guard import Target
from tests.hub.weblinks.other_site import certificate, other_site


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadingHTTPServer]:
    with other_site() as server:
        monkeypatch.setattr(guard, "PORTS", {"http": server.server_port, "https": 443})
        monkeypatch.setattr(guard, "is_public", lambda address: str(address) == "127.0.0.1")
        yield server


def at(site: ThreadingHTTPServer, path: str) -> str:
    return problem_of(f"http://127.0.0.1:{site.server_port}{path}")


@pytest.mark.parametrize("path", ["/fine", "/moved", "/get-only", "/members", "/ü?q=ä b"])
def test_what_answers_is_no_problem(site, path: str) -> None:
    assert at(site, path) == ""


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/gone", "isn't there any more (404)"),
        ("/moved-away", "isn't there any more (404)"),
        ("/fault", "has a fault (500)"),
        ("/circle", "without end"),
        ("/nonsense", "no address"),
    ],
)
def test_what_leads_nowhere_is(site, path: str, problem: str) -> None:
    assert problem in at(site, path)


def test_a_site_that_takes_too_long_does_not_answer(site, monkeypatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    assert at(site, "/slow") == "it doesn't answer"


def test_nobody_there_does_not_answer(site) -> None:
    site.server_close()
    assert at(site, "/fine") == "it doesn't answer"


def test_a_host_that_does_not_exist_is_no_site() -> None:
    assert problem_of("http://no-such-host.invalid/") == "there is no such site"


def test_what_leads_into_the_hub_s_own_network_is_not_followed(site, monkeypatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    assert at(site, "/inside") == ""


def test_only_the_head_is_asked_for_where_that_suffices(site) -> None:
    at(site, "/fine")
    at(site, "/gone")
    assert [method for method, *_ in site.asked] == ["HEAD", "HEAD", "GET"]


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(site) -> None:
    """Its name is looked up once: a second answer could lead elsewhere."""
    target = Target("http", "elsewhere.invalid", site.server_port, "127.0.0.1", "/fine")
    assert answer_of(target) == (200, "")
    assert site.asked == [("HEAD", "/fine", "elsewhere.invalid")]


@pytest.mark.parametrize(("host", "accepted"), [("site.example", True), ("other.example", False)])
def test_a_certificate_has_to_be_that_of_the_host(
    tmp_path: Path, monkeypatch, host: str, accepted: bool
) -> None:
    file = certificate("site.example", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    with other_site(tls) as server:
        target = Target("https", host, server.server_port, "127.0.0.1", "/fine")
        if accepted:
            assert answer_of(target) == (200, "")
        else:
            with pytest.raises(urllib3.exceptions.HTTPError):
                answer_of(target)
