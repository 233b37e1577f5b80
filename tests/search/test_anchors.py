"""A result jumps into the page: each section of each thing has a place in the page's HTML."""

from collections import Counter

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from hub.demo.loader.everything import load_everything
from hub.files.reading import read_files
from search.models import EntrySection
from tests.factories.groups import administrator
from tests.factories.people import sign_in

pytestmark = pytest.mark.django_db

# Of these no page is shown: a PDF opens at its page, whatever else is saved.
DOWNLOADED = {"document"}


def test_every_section_of_the_demonstration_stands_in_its_page() -> None:
    load_everything()
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
    load_everything()
    read_files.call()
    response = client.get("/search/", {"q": '"being made to sell drugs"', "kind": "document"})
    assert [result.title for result in response.context["results"]] == ["Referral prompt"]
