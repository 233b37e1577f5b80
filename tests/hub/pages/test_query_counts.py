"""A page of the knowledge base costs at most fifteen queries, whatever it rests on."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection

from hub.pages.models import HubDocument, HubPage
from tests.factories import pages
from tests.factories.forum import question
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15
MAKERS = [
    pages.guidance,
    pages.practice,
    pages.tool,
    pages.provision,
    pages.policy,
    pages.term,
    pages.intervention,
    pages.referral,
]


def queries_of(client: Client, url: str) -> int:
    """Of the second request: the first fills what Django keeps for a process."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def surroundings() -> list[HubPage]:
    """A page of every kind, and one of every kind that a group alone may read."""
    group = Group.objects.create(name="Red")
    for make in MAKERS:
        pages.restrict(make(), group)
    return [make() for make in MAKERS]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_page_costs_few_queries_with_links_users_and_closed_pages_about(
    client: Client, make: Callable[..., HubPage]
) -> None:
    others = surroundings()
    keepers = {"page_owner": UserFactory(), "reviewer": UserFactory()}
    page = make(links=others, nations=["england", "wales"], themes=["mapping"], **keepers)
    for other in others:
        other.links = [("link", {"page": page, "note": ""})]
        other.save()
    question(about=[page])
    assert queries_of(client, page.url) <= MOST_QUERIES


def test_a_tool_with_its_document_costs_few_queries(client: Client) -> None:
    place = Collection.get_first_root_node()
    file = ContentFile(b"PK\x03\x04", name="card.docx")
    document = HubDocument.objects.create(title="Card", file=file, collection=place)
    page = pages.tool(document=document, links=surroundings(), nations=["wales"])
    assert queries_of(client, page.url) <= MOST_QUERIES


def test_links_and_agency_notes_in_text_add_no_query_each(client: Client) -> None:
    targets = [pages.guidance() for _ in range(8)]
    links = [f'<p><a linktype="page" id="{page.pk}">this</a></p>' for page in targets]
    notes = [("note", {"agency": "police", "text": text}) for text in links[:4]]
    few = pages.guidance(body=[("paragraph", links[0])], agency_notes=notes[:1])
    many = pages.guidance(body=[("paragraph", text) for text in links], agency_notes=notes)
    assert queries_of(client, many.url) == queries_of(client, few.url) <= MOST_QUERIES


def test_the_briefing_costs_few_queries_and_names_the_acts(client: Client) -> None:
    law = pages.provision(under=pages.act(title="Care Act 2014"), title="Enquiries")
    page = pages.guidance(links=[*surroundings(), law])
    assert "Enquiries, Care Act 2014" in client.get(f"{page.url}?briefing=1").content.decode()
    assert queries_of(client, f"{page.url}?briefing=1") <= MOST_QUERIES


@pytest.mark.parametrize("query", ["", "?page=2", "?theme=mapping&agency=police&nation=wales"])
def test_a_list_costs_few_queries_however_long(client: Client, query: str) -> None:
    surroundings()
    for _ in range(25):
        pages.guidance(nations=["wales"], themes=["mapping"], audiences=["police", "schools"])
    assert queries_of(client, f"/guidance/{query}") <= MOST_QUERIES
