"""Links in text, as one reader may follow them."""

import json

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from hub.access.readers import ANONYMOUS
from hub.guidance.models import GuidancePage
from hub.pages.models import HubDocument, HubImage
from hub.pages.open_links import with_open_links
from tests.factories.pages import guidance, restrict
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def test_a_link_to_an_open_page_stays() -> None:
    html = f'<p>See <a href="{guidance(slug="open").url}">this</a>.</p>'
    assert with_open_links(html, ANONYMOUS) == html


def test_a_link_to_a_closed_page_keeps_its_words_only() -> None:
    page = guidance(slug="closed")
    restrict(page)
    html = f'<p>See <a class="x" href="{page.url}#part"><b>this</b></a>.</p>'
    assert with_open_links(html, ANONYMOUS) == "<p>See <b>this</b>.</p>"


def test_a_link_to_a_draft_keeps_its_words_only() -> None:
    html = f'<a href="{guidance(slug="draft", live=False).url}">soon</a>'
    assert with_open_links(html, ANONYMOUS) == "soon"


@pytest.mark.parametrize("address", ["https://www.gov.uk/", "/forum/", "/search/?q=x", "#here"])
def test_a_link_to_anything_but_a_page_stays(address: str) -> None:
    html = f'<a href="{address}">there</a>'
    assert with_open_links(html, ANONYMOUS) == html


def test_text_without_links_costs_no_query() -> None:
    with CaptureQueriesContext(connection) as queries:
        with_open_links("<p>Words.</p>", ANONYMOUS)
    assert len(queries) == 0


def document_in(collection: Collection) -> HubDocument:
    file = ContentFile(b"Words.", name="telling-name.txt")
    return HubDocument.objects.create(title="Telling title", file=file, collection=collection)


@pytest.fixture
def closed() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def test_a_link_to_a_closed_file_keeps_its_words_only(closed: Collection) -> None:
    html = f'<p>See <a href="{document_in(closed).url}">this</a>.</p>'
    assert with_open_links(html, ANONYMOUS) == "<p>See this.</p>"


def test_a_link_to_an_open_file_stays(closed: Collection) -> None:
    html = f'<a href="{document_in(Collection.get_first_root_node()).url}">this</a>'
    assert with_open_links(html, ANONYMOUS) == html


def page_with_files(collection: Collection) -> GuidancePage:
    document = document_in(collection)
    image = HubImage.objects.create(title="Map", file=get_test_image_file(), collection=collection)
    link = f'<p><a linktype="document" id="{document.pk}">words</a></p>'
    body = [
        {"type": "paragraph", "value": link},
        {"type": "download", "value": {"document": document.pk, "description": "Take it"}},
        {"type": "picture", "value": {"image": image.pk, "caption": "A caption"}},
    ]
    return guidance(body=json.dumps(body))


def test_an_open_page_shows_no_closed_file(client: Client, closed: Collection) -> None:
    text = client.get(page_with_files(closed).url).content.decode()
    assert "words" in text
    assert not [word for word in ("telling", "Telling", "A caption", "/media/") if word in text]


def test_those_whom_the_files_are_for_meet_them(client: Client, closed: Collection) -> None:
    page = page_with_files(closed)
    text = sign_in(client, UserFactory()).get(page.url).content.decode()
    assert not [word for word in ("telling-name", "Telling title", "A caption") if word not in text]
