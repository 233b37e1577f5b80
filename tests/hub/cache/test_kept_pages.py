"""Whole pages are kept for strangers, and never outlive what they show."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from hub.cache.middleware import KeptPage
from tests.factories.forum import question
from tests.factories.pages import guidance, policy, restrict, term
from tests.factories.people import UserFactory, in_group, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]


@pytest.fixture
def stranger() -> Client:
    return Client()


def queries_of(client: Client, url: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(url, headers=headers)
    return len(queries)


def html(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_the_second_stranger_gets_the_kept_page_for_one_query(stranger: Client) -> None:
    page = guidance()
    first = stranger.get(page.url)
    assert queries_of(stranger, page.url) == 1
    second = stranger.get(page.url)
    assert (second.content, second.headers) == (first.content, first.headers)


CHANGES: dict[str, Callable[[Page], object]] = {
    "publish": lambda page: republish(page, "A new title"),
    "unpublish": lambda page: Page.objects.get(pk=page.pk).unpublish(),
    "restrict": restrict,
    "restrict above": lambda page: restrict(Page.objects.get(pk=page.pk).get_parent()),
    "move": lambda page: Page.objects.get(pk=page.pk).move(policy().get_parent(), "last-child"),
    "slug": lambda page: reslug(page),
    "delete": lambda page: Page.objects.get(pk=page.pk).delete(),
    "used by a thread": lambda page: question(about=[page]),
    "word explained": lambda page: term("Cuckooing"),
}


def republish(page: Page, title: str) -> None:
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.title = title
    fresh.save_revision().publish()


def reslug(page: Page) -> None:
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.slug = "moved"
    fresh.save()


@pytest.mark.parametrize("name", CHANGES)
def test_a_kept_page_is_dropped_when_what_it_shows_changes(stranger: Client, name: str) -> None:
    page = guidance(title="The old title", body=[("paragraph", "<p>About cuckooing.</p>")])
    before = stranger.get(page.url)
    CHANGES[name](page)
    after = stranger.get(page.url)
    assert (after.status_code, after.content) != (before.status_code, before.content)


def test_a_page_closed_after_it_was_kept_is_missing(stranger: Client) -> None:
    page = guidance()
    stranger.get(page.url)
    restrict(page)
    assert stranger.get(page.url).status_code == 404


def test_a_signed_in_person_never_fills_or_gets_a_kept_page(stranger: Client) -> None:
    page = guidance()
    member = sign_in(Client(), UserFactory())
    for _again in range(2):
        assert 'href="/account/"' in html(member, page.url)
        assert 'href="/account/"' not in html(stranger, page.url)


def test_a_page_that_a_group_may_read_is_never_kept(stranger: Client) -> None:
    group = Group.objects.create(name="Red")
    page = guidance(title="For the few")
    restrict(page, group)
    reader = in_group(UserFactory(), group.name)
    assert "For the few" in html(sign_in(Client(), reader), page.url)
    assert stranger.get(page.url).status_code == 404
    assert kept() == []


@pytest.mark.parametrize(
    "url", ["/accounts/login/", "/accounts/signup/", "/healthz", "/demo/mail/"]
)
def test_pages_with_a_form_token_or_that_must_be_fresh_are_not_kept(
    stranger: Client, url: str
) -> None:
    stranger.get(url)
    assert kept() == []


@pytest.mark.parametrize("query", ["?page=2", "?briefing=1", "?utm=1"])
def test_addresses_with_a_query_are_not_kept(stranger: Client, query: str) -> None:
    stranger.get(f"{guidance().url}{query}")
    assert kept() == []


@pytest.mark.parametrize("header", ["cookie", "authorization", "hx-request"])
def test_a_request_that_tells_of_a_person_passes_by(stranger: Client, header: str) -> None:
    page = guidance()
    stranger.get(page.url)
    assert queries_of(stranger, page.url, **{header: "x=1"}) > 1


def test_each_host_has_its_own(stranger: Client) -> None:
    page = guidance()
    stranger.get(page.url)
    assert queries_of(stranger, page.url, host="localhost") > 1


def test_a_kept_page_lasts_until_midnight_in_london(stranger: Client) -> None:
    page = guidance()
    stranger.get(page.url)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert queries_of(stranger, page.url) > 1


def test_another_process_sees_the_change(stranger: Client) -> None:
    """A worker whose memory is older than the database asks for the state, and draws anew."""
    page = guidance(title="The old title")
    stranger.get(page.url)
    [entry] = kept()
    republish(page, "The new title")
    caches["pages"].set(f"http://testserver{page.url}", entry)
    assert "The new title" in html(stranger, page.url)


def test_an_error_page_is_not_kept(stranger: Client) -> None:
    stranger.get("/guidance/nothing/")
    assert kept() == []


def kept() -> list[KeptPage]:
    store = caches["pages"]
    return [store.get(key.split(":", 2)[2]) for key in list(store._cache)]
