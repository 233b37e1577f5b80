"""Links in text, as one reader may follow them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.access.readers import ANONYMOUS
from hub.pages.open_links import with_open_links
from tests.factories.pages import guidance, restrict

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
