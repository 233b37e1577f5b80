import pytest
from wagtail.models import Page

from hub.pages.written import stream
from hub.weblinks.gathering import gather
from hub.weblinks.models import PageLink, WebLink
from tests.factories import pages

pytestmark = pytest.mark.django_db

LINKED = (
    '<p>See <a href="https://one.example/a?b=1&amp;c=2#part">there</a> '
    'and <a href="/here/">here</a>.</p>'
)


def gathered() -> set[str]:
    while gather():
        pass
    return set(WebLink.objects.values_list("url", flat=True))


def test_links_of_texts_blocks_and_fields_are_found_once_each() -> None:
    before = gathered()
    film = {"title": "A bag", "link": "https://two.example/film"}
    body = stream("body", [("paragraph", LINKED), ("paragraph", LINKED), ("video", film)])
    pages.guidance(body=body)
    pages.practice(publisher_url="https://three.example/")
    assert gathered() - before == {
        "https://one.example/a?b=1&c=2",
        "https://two.example/film",
        "https://three.example/",
    }


def test_a_draft_is_read_as_it_was_last_saved() -> None:
    page = pages.guidance(body=stream("body", [("paragraph", LINKED)]))
    gathered()
    page.body = stream("other", [("paragraph", LINKED.replace("one", "new"))])
    page.save_revision()
    found = gathered()
    assert "https://new.example/a?b=1&c=2" in found
    assert "https://one.example/a?b=1&c=2" not in found


def test_links_go_with_the_last_page_that_has_them() -> None:
    first, second = (pages.guidance(body=stream("body", [("paragraph", LINKED)])) for _ in "ab")
    assert "https://one.example/a?b=1&c=2" in gathered()
    first.delete()
    assert "https://one.example/a?b=1&c=2" in gathered()
    second.delete()
    assert "https://one.example/a?b=1&c=2" not in gathered()


def test_a_page_is_read_once_until_it_changes() -> None:
    page = pages.guidance(body=stream("body", [("paragraph", LINKED)]))
    gathered()
    assert gather() == 0
    page.save_revision()
    assert gather() == 1


def test_an_address_longer_than_any_is_left_out() -> None:
    text = LINKED.replace("one.example", "one.example/" + "a" * 2000)
    page = pages.guidance(body=stream("body", [("paragraph", text)]))
    gathered()
    assert not PageLink.objects.filter(page=Page.objects.get(pk=page.pk)).exists()
