"""A result jumps into the page: each section of each thing has a place in the page's HTML."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker
from selectolax.lexbor import LexborHTMLParser

from hub.demo.loader.everything import load_everything
from hub.files.reading import read_files
from search.models import EntrySection
from tests.factories.groups import administrator
from tests.factories.people import sign_in
from tests.pristine import taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded here, not brought back: other tests may have deleted the files."""
    with taken_back(django_db_blocker):
        load_everything()
        yield


# Of these no page is shown: a PDF opens at its page, whatever else is saved.
DOWNLOADED = {"document"}


def test_every_section_of_the_demonstration_stands_in_its_page() -> None:
    client = sign_in(Client(), administrator(), mfa=True)
    sections = EntrySection.objects.exclude(entry__kind__in=DOWNLOADED).exclude(anchor="")
    rows = sections.values_list("entry__kind", "entry__text__url", "anchor")
    anchors: dict[tuple[str, str], set[str]] = {}
    for kind, url, anchor in rows:
        anchors.setdefault((kind, url), set()).add(anchor)
    missing, seen = [], Counter[str]()
    for (kind, url), wanted in anchors.items():
        if seen[kind] >= 12:
            continue  # a dozen pages of a kind have all its blocks
        response = client.get(url)
        if response.status_code == 404:
            continue  # for a group that the administrator isn't in
        seen[kind] += 1
        ids = {n.attributes["id"] for n in LexborHTMLParser(response.content).css("[id]")}
        missing += [f"{url}#{anchor}" for anchor in sorted(wanted - ids)]
    assert missing == []
    assert seen.keys() >= {"guidance", "provision", "thread", "lesson", "tool", "referral"}


def test_a_tool_of_the_demonstration_is_found_by_a_phrase_inside_its_file(client: Client) -> None:
    read_files.call()
    response = client.get("/search/", {"q": '"being made to sell drugs"', "kind": "document"})
    assert [result.title for result in response.context["results"]] == ["Referral prompt"]
