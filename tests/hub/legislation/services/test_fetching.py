"""Asking legislation.gov.uk: off by default, politely, and with nothing half-done."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from hub.legislation.clml.reading import LARGEST
from hub.legislation.models import Fetched, Instrument, Publication
from hub.legislation.services import fetching
from hub.legislation.services.fetching import fetch_law, log_address
from hub.legislation.tasks import fetch_legislation
from hub.legislation.ticks import start_fetching
from hub.weblinks.fetching import Fetch, FetchError, File
from tests.factories.clml import ITEM, clml, section
from tests.factories.pages import provision
from tests.hub.legislation.publication_log import publication_log

pytestmark = pytest.mark.django_db
WHOLE = f"https://www.legislation.gov.uk/{ITEM}/data.xml"
DATED = f"https://www.legislation.gov.uk/{ITEM}/2026-09-01/data.xml"
EMPTY_LOG = publication_log().encode()


class Site:
    """What stands at each address; what isn't there is a 404. Remembers what it was asked."""

    def __init__(self) -> None:
        self.files: dict[str, bytes | None] = {log_address(ITEM): EMPTY_LOG}
        self.asked: list[str] = []
        self.terms: list[Fetch] = []
        self.redirects = 0

    def __call__(self, url: str, terms: Fetch) -> File:
        self.asked.append(url)
        self.terms.append(terms)
        if url not in self.files:
            raise FetchError("the site answers 404", 1, 404)
        return File(self.files[url], '"tag"', "Mon", 1 + self.redirects)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    found = Site()
    monkeypatch.setattr(fetching, "fetch", found)
    monkeypatch.setattr(fetching, "PAUSE", 0)
    provision(official_url=f"https://www.legislation.gov.uk/{ITEM}/section/1")
    return found


def act(words: str = "Words.") -> bytes:
    return clml(section("1", words, start="2022-01-01")).encode()


def test_it_is_off_by_default(site, settings) -> None:
    assert settings.FETCH_LEGISLATION is False
    assert start_fetching() == "switched off"
    assert site.asked == []


def test_it_starts_where_the_operator_says_so(site, settings, monkeypatch) -> None:
    started = []
    monkeypatch.setattr("hub.legislation.ticks.enqueue", started.append)
    settings.FETCH_LEGISLATION = True
    assert start_fetching() == "started"
    assert started == [fetch_legislation]


def test_it_does_not_start_where_nothing_is_due(site, settings) -> None:
    settings.FETCH_LEGISLATION = True
    site.files[WHOLE] = act()
    fetch_law()
    assert start_fetching() == "nothing is due"


def test_a_law_that_a_page_rests_on_is_taken_whole(site) -> None:
    site.files[WHOLE] = act()
    assert fetch_law().taken == 1
    assert Instrument.objects.get().path == ITEM
    assert site.asked == [log_address(ITEM), WHOLE]


def test_nothing_is_asked_again_the_same_day(site) -> None:
    site.files[WHOLE] = act()
    fetch_law()
    fetch_law()
    assert len(site.asked) == 2


def test_what_was_published_since_is_taken(site) -> None:
    site.files[WHOLE] = act()
    fetch_law()
    site.files |= {log_address(ITEM): publication_log(DATED).encode(), DATED: act()}
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        fetch_law()
        fetch_law()
    assert site.asked[2:] == [log_address(ITEM), DATED]
    assert not Publication.objects.waiting().exists()


def test_other_laws_are_not_asked_for(site) -> None:
    other = WHOLE.replace(ITEM, "ukpga/1999/1")
    site.files[log_address(ITEM)] = publication_log(other, item="ukpga/1999/1").encode()
    fetch_law()
    assert other not in site.asked


def test_an_address_on_another_site_is_never_asked(site) -> None:
    site.files[log_address(ITEM)] = publication_log("http://evil.example/data.xml").encode()
    fetch_law()
    assert site.asked == [log_address(ITEM), WHOLE]


def test_who_asks_says_so_and_what_it_has(site, settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://hub.example"
    site.files[WHOLE] = act()
    fetch_law()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        fetch_law()
    assert site.terms[0].headers == {"User-Agent": "CommonGround law import (+https://hub.example)"}
    assert site.terms[-1].headers["If-None-Match"] == '"tag"'
    assert site.terms[0].most_bytes == LARGEST
    assert site.terms[0].hosts == {"www.legislation.gov.uk", "legislation.gov.uk"}


def test_a_file_that_did_not_change_is_done_with(site) -> None:
    site.files[WHOLE] = None
    assert fetch_law().taken == 1
    assert not Publication.objects.waiting().exists()


@pytest.mark.parametrize(
    "content", [act()[:200], b"PK\x03\x04", b"<html/>", b'<!DOCTYPE l [<!ENTITY a "b">]><l>&a;</l>']
)
def test_a_file_that_is_refused_leaves_nothing_and_says_why(site, content: bytes) -> None:
    site.files[WHOLE] = content
    run = fetch_law()
    assert (run.taken, run.refused) == (0, 1)
    assert not Instrument.objects.exists()
    assert Publication.objects.get().problem.startswith("It ")


def test_what_fails_is_given_up_after_some_tries(site) -> None:
    site.files[WHOLE] = b"nonsense"
    for day in range(8):
        with time_machine.travel(timezone.now() + timedelta(days=day)):
            fetch_law()
    assert site.asked.count(WHOLE) == 5


def test_what_is_gone_is_given_up_at_once(site) -> None:
    fetch_law()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        fetch_law()
    assert site.asked.count(WHOLE) == 1


def test_one_run_asks_for_a_few_files_only(site) -> None:
    for year in range(1990, 2020):
        provision(official_url=f"https://www.legislation.gov.uk/ukpga/{year}/5/section/1")
    fetch_law()
    assert len(site.asked) == 20


def test_no_five_minutes_see_more_requests_than_are_allowed(site, monkeypatch) -> None:
    """Also where each file takes all the redirects that are followed."""
    monkeypatch.setattr(fetching, "MOST_REQUESTS", 60)
    site.redirects = 5
    for number in range(200):
        url = f"https://www.legislation.gov.uk/ukpga/1999/{number}/section/1"
        provision(official_url=url)
        site.files[log_address(f"ukpga/1999/{number}")] = EMPTY_LOG
    times, now = [], timezone.now()
    for minute in range(20):
        with time_machine.travel(now + timedelta(minutes=minute), tick=False):
            before = len(site.asked)
            fetch_law()
            times += [minute] * (len(site.asked) - before)
    assert times
    for start in range(20):
        in_window = [minute for minute in times if start <= minute < start + 5]
        assert len(in_window) * 6 <= 60


def test_two_runs_do_not_ask_at_once(site, monkeypatch) -> None:
    monkeypatch.setattr(fetching, "PAUSE", 5)
    Fetched.objects.create(url="https://www.legislation.gov.uk/elsewhere", asked_at=timezone.now())
    fetch_law()
    assert site.asked == []
