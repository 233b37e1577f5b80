"""The publication log: which entries are about the text of a law."""

import datetime

import pytest

from hub.legislation.clml.log import Entry, log_of
from hub.legislation.clml.reading import tree_of
from hub.legislation.clml.refusal import Refused
from tests.factories.clml import ITEM, SITE
from tests.hub.legislation.publication_log import entry, publication_log

FILE = f"{SITE}/{ITEM}/2026-09-01/data.xml"


def entries(*listed: str) -> tuple[Entry, ...]:
    return log_of(tree_of([publication_log(entries="".join(listed)).encode()])).entries


def test_an_entry_says_what_was_published_when_and_where() -> None:
    (found,) = entries(entry(FILE))
    assert (found.item, found.title, found.is_withdrawn) == (ITEM, "Made Up Act 2021", False)
    assert found.url == FILE.replace("http:", "https:")
    london = datetime.timezone(datetime.timedelta(hours=1))
    assert found.published_at == datetime.datetime(2026, 9, 24, 23, 58, 6, 367117, london)


def test_changes_to_a_law_lead_to_its_newest_file() -> None:
    (found,) = entries(entry("", kind="changes", direction="affected"))
    assert found.url == f"https://www.legislation.gov.uk/{ITEM}/data.xml"


def test_what_was_withdrawn_says_so() -> None:
    assert entries(entry(FILE, event="withdrawn"))[0].is_withdrawn


@pytest.mark.parametrize(
    "listed",
    [
        entry(FILE, form="pdf"),
        entry(FILE, kind="associated-documents"),
        entry("", kind="changes", direction="affecting"),
        entry("http://evil.example/data.xml"),
        entry(f"{SITE}/ukpga/1999/1/data.xml"),
        entry(FILE, item="eur/2016/679"),
    ],
)
def test_other_entries_are_passed_over(listed: str) -> None:
    assert entries(listed) == ()


def test_the_next_page_is_known() -> None:
    log = log_of(tree_of([publication_log().encode()]))
    assert log.next_url == f"{SITE}/update/data.feed?page=2"


def test_another_feed_is_refused() -> None:
    other = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id></entry></feed>'
    with pytest.raises(Refused, match="not the publication log"):
        log_of(tree_of([other.encode()]))


def test_an_entry_without_a_moment_is_refused() -> None:
    with pytest.raises(Refused, match="is no moment"):
        entries(entry(FILE).replace("2026-09-24T23:58:06.367117+01:00</updated>", "now</updated>"))
