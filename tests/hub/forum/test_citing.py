import pytest
from django.test import Client

from hub.access.readers import ANONYMOUS
from hub.forum.citing import pages_at
from hub.forum.services import edit_post, hide_post
from hub.pages.citations import used_by
from hub.pages.models import Citation
from tests.factories.forum import first_post, members_space, moderator, question, reply
from tests.factories.pages import guidance, restrict
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def cited_by(thread) -> list:
    rows = Citation.objects.of("thread", thread.pk)
    return list(rows.values_list("target_key", flat=True))


def test_a_thread_cites_the_pages_that_it_is_about() -> None:
    page = guidance()
    assert cited_by(question(about=[page])) == [page.translation_key]


def test_a_link_in_a_post_is_a_citation() -> None:
    page = guidance()
    thread = question()
    reply(thread, body=f"See [this]({page.get_url()}#signs).")
    assert cited_by(thread) == [page.translation_key]


def test_a_link_to_another_host_is_none() -> None:
    page = guidance()
    assert cited_by(question(body=f"https://elsewhere.example{page.get_url()}")) == []


def test_an_edit_takes_its_citation_away() -> None:
    page = guidance()
    thread = question(body=f"[this]({page.get_url()})")
    post = first_post(thread)
    edit_post(post=post, editor=post.author, body="No link.", version=1)
    assert cited_by(thread) == []


def test_a_hidden_post_cites_nothing() -> None:
    thread = question()
    post = reply(thread, body=f"[this]({guidance().get_url()})")
    hide_post(post=post, by=moderator(), reason="Names a child")
    assert cited_by(thread) == []


def test_a_page_that_the_writer_cannot_see_is_not_cited() -> None:
    page = guidance()
    restrict(page)
    assert pages_at([page.get_url()], ANONYMOUS) == {}


@pytest.mark.parametrize("address", ["", "/", "//", "javascript:x", "http://[", "/nothing/", "%00"])
def test_an_address_that_is_no_page_is_passed_over(address: str) -> None:
    assert pages_at([address], ANONYMOUS) == {}


def test_a_page_shows_the_threads_that_cite_it() -> None:
    page = guidance()
    thread = question(title="How do we start?", about=[page])
    assert [(card.title, card.url) for card in used_by(page, ANONYMOUS)] == [
        ("How do we start?", thread.get_absolute_url())
    ]


def test_a_page_does_not_show_threads_that_the_reader_may_not_see() -> None:
    page = guidance()
    question(about=[page], space=members_space())
    hidden = question(about=[page])
    hide_post(post=first_post(hidden), by=moderator(), reason="Names a child")
    assert used_by(page, ANONYMOUS) == ()


def test_a_thread_names_its_pages_only_to_those_who_may_see_them(client: Client) -> None:
    page = guidance(title="Closed guidance")
    thread = question(about=[page])
    restrict(page)
    path = thread.get_absolute_url()
    assert "Closed guidance" not in client.get(path).content.decode()
    assert "Closed guidance" in sign_in(client, UserFactory()).get(path).content.decode()


def test_asking_about_a_page_fills_in_its_address(client: Client) -> None:
    page = guidance()
    form = sign_in(client, UserFactory()).get(f"/forum/ask/?about={page.pk}").context["form"]
    assert form["about"].value() == page.get_url()


def test_asking_about_a_closed_page_does_not_tell_its_address(client: Client) -> None:
    page = guidance()
    page.unpublish()
    form = sign_in(client, UserFactory()).get(f"/forum/ask/?about={page.pk}").context["form"]
    assert form["about"].value() is None
