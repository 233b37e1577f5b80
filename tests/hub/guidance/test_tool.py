"""Tools to take away: what a page says of its document, and who may fetch it."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from hub.guidance.models import ToolPage
from hub.pages.models import HubDocument
from search.models import Entry
from tests.factories.pages import restrict, tool
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db

STREAMS = ("body", "links", "sources", "change_notes")


def document(name: str = "card.docx", collection: Collection | None = None) -> HubDocument:
    return HubDocument.objects.create(
        title="Card",
        file=ContentFile(b"PK\x03\x04" + b"x" * 38_000, name=name),
        collection=collection or Collection.get_first_root_node(),
    )


@pytest.fixture
def closed_collection() -> Collection:
    """A collection for people who are signed in."""
    collection = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return collection


def test_the_template_is_one_press_away_with_its_kind_and_size(client: Client) -> None:
    template = document()
    html = client.get(tool(document=template).url).content.decode()
    assert f'href="{template.url}"' in html
    assert "Download the template (Word document, 37 KB)" in html
    assert client.get(template.url, follow=True).status_code == 200


def test_a_document_closed_to_the_reader_is_not_offered(
    client: Client, closed_collection: Collection
) -> None:
    template = document(collection=closed_collection)
    response = client.get(tool(document=template).url)
    assert response.status_code == 200
    assert template.url not in response.content.decode()


def test_each_line_of_when_to_use_it_is_an_item_of_its_own(client: Client) -> None:
    page = tool(when_to_use="On the phone.\n\nIn a meeting.", when_not_to_use="In danger.")
    html = client.get(page.url).content.decode()
    assert '<h2 id="when-to-use-it">When to use it</h2>' in html
    assert "<li>On the phone.</li><li>In a meeting.</li>" in html
    assert "<li>In danger.</li>" in html


def test_what_nobody_filled_in_has_no_heading(client: Client) -> None:
    html = client.get(tool(what_it_is_for="To write it down.").url).content.decode()
    assert "What it&#x27;s for</h2>" in html or "What it's for</h2>" in html
    assert "What not to write in it</h2>" not in html


def test_the_list_says_what_kind_of_file_it_is_and_how_long_it_takes(client: Client) -> None:
    tool(document=document("matrix.xlsx"), how_long="An hour")
    card = client.get("/tools/").context["cards"][0]
    assert card.meta == ("Spreadsheet", "An hour")


def test_the_list_costs_the_same_with_more_documents(client: Client) -> None:
    tool(document=document())
    client.get("/tools/")
    few = queries_of(client)
    for _ in range(3):
        tool(document=document())
    assert queries_of(client) == few


def test_offering_the_document_adds_two_queries_to_the_page(client: Client) -> None:
    bare, offering = tool(), tool(document=document())
    client.get(bare.url)
    without = queries_of(client, bare.url)
    assert without + 2 >= queries_of(client, offering.url)


def test_looking_at_a_tool_writes_nothing_about_its_document(client: Client) -> None:
    template = document()
    client.get(tool(document=template).url)
    template.refresh_from_db()
    assert template.file_size is None


def test_a_document_whose_file_is_gone_leaves_the_page_standing(client: Client) -> None:
    template = document()
    template.file.storage.delete(template.file.name)
    html = client.get(tool(document=template).url).content.decode()
    assert "Download the template (Word document)" in html


def queries_of(client: Client, url: str = "/tools/") -> int:
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


@pytest.mark.parametrize(
    ("field", "anchor"),
    [
        ("what_it_is_for", "what-it-is-for"),
        ("when_to_use", "when-to-use-it"),
        ("when_not_to_use", "when-not-to-use-it"),
        ("what_not_to_write", "what-not-to-write"),
    ],
)
def test_search_finds_each_part_and_jumps_to_it(client: Client, field: str, anchor: str) -> None:
    page = tool(title="Plain", **{field: "Nobody expects a wombat here."})
    response = client.get("/search/?q=wombat")
    assert f'href="{page.url}#{anchor}"' in response.content.decode()


def test_a_tool_has_its_own_kind_in_search() -> None:
    page = tool()
    assert Entry.objects.get(object_id=page.pk, kind="tool")


def test_every_page_leads_to_the_tools(client: Client) -> None:
    assert 'href="/tools/"' in client.get("/").content.decode()


def publish(page: ToolPage) -> str:
    """What the editor says after pressing Publish on an unchanged page."""
    client, address = staff_client(), f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(nested_form_data({name: streamfield([]) for name in STREAMS}))
    data["document"] = str(page.document_id)
    data["action-publish"] = "action-publish"
    return client.post(address, data, follow=True).content.decode()


def test_a_closed_tool_is_not_published_with_a_document_that_anyone_could_fetch() -> None:
    page = tool(summary="Closed.", document=document())
    restrict(page)
    assert "Move them to a collection that is as closed as the page." in publish(page)


def test_a_closed_tool_is_published_with_a_document_as_closed_as_itself(
    closed_collection: Collection,
) -> None:
    page = tool(summary="Closed.", document=document(collection=closed_collection))
    restrict(page)
    assert "Move them to a collection" not in publish(page)
