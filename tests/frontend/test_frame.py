"""What stands around every page."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from hub.access.enums import Role
from tests.factories.people import UserFactory, sign_in, with_role


def request(path: str = "/guidance/", user: object | None = None) -> HttpRequest:
    asked = RequestFactory().get(path)
    asked.user = user or AnonymousUser()
    return asked


def frame(path: str = "/guidance/", user: object | None = None, **context: object) -> str:
    return render_to_string("base.html", context, request=request(path, user))


MEMBER = SimpleNamespace(pk=0, is_authenticated=True, has_perm=lambda name: False, is_active=True)


@pytest.mark.parametrize(
    "address", ["/guidance/", "/legislation/", "/courses/", "/forum/", "/search/", "/help-now/"]
)
def test_every_page_leads_to_the_main_places(address: str) -> None:
    assert f'href="{address}"' in frame().split("</header>")[0]


def test_a_stranger_is_offered_to_sign_in_and_to_come_back() -> None:
    assert 'href="/accounts/login/?next=/guidance/x/"' in frame("/guidance/x/")


def test_the_sign_in_page_is_no_place_to_come_back_to() -> None:
    assert "next=" not in frame("/accounts/login/")


def test_a_page_for_strangers_carries_no_form_token() -> None:
    assert "csrf" not in frame()


@pytest.mark.django_db
def test_somebody_signed_in_finds_their_learning_and_the_way_out() -> None:
    page = frame(user=MEMBER)
    assert 'href="/learning/"' in page
    assert 'href="/accounts/logout/"' in page
    assert "Create an account" not in page


def test_the_place_a_reader_is_in_is_marked() -> None:
    assert '<a href="/forum/" aria-current="true">' in frame("/forum/ask/")


@pytest.mark.parametrize("path", ["/", "/search/"])
def test_a_page_that_is_about_searching_has_no_second_search_field(path: str) -> None:
    assert "header-search" not in frame(path)


def test_every_other_page_has_a_search_field_in_its_header() -> None:
    assert "header-search" in frame("/guidance/")


def test_the_skip_link_leads_to_the_main_content() -> None:
    page = frame()
    assert page.index('href="#main"') < page.index("<header")
    assert 'id="main"' in page


def test_messages_say_in_words_what_they_are() -> None:
    problem = SimpleNamespace(level_tag="error", __str__=lambda self: "x")
    assert "Problem:" in frame(messages=[problem])


def test_the_page_number_of_a_list_is_in_its_title() -> None:
    page = Paginator(range(60), 20).page(2)
    drawn = render_to_string("layouts/list.html", {"title": "Law", "page": page}, request=request())
    assert "<title>Law (page 2 of 3) - Common Ground</title>" in drawn


def test_pages_keep_the_rest_of_the_address() -> None:
    page = Paginator(range(60), 20).page(2)
    asked = request("/search/?q=county+lines&page=2")
    drawn = render_to_string("components/pagination.html", {"page": page}, request=asked)
    assert 'href="?q=county+lines&amp;page=3"' in drawn


def test_one_page_needs_no_pagination() -> None:
    page = Paginator(range(3), 20).page(1)
    drawn = render_to_string("components/pagination.html", {"page": page}, request=request())
    assert drawn.strip() == ""


def test_a_missing_page_always_offers_to_sign_in() -> None:
    drawn = render_to_string("404.html", {}, request=request("/guidance/secret/"))
    assert 'href="/accounts/login/?next=/guidance/secret/"' in drawn


@pytest.mark.django_db
def test_staff_find_the_bar_of_the_cms_on_pages_that_are_there() -> None:
    client = sign_in(Client(), with_role(UserFactory(), Role.ADMINISTRATOR), mfa=True)
    assert "wagtail-userbar" in client.get("/").content.decode()
    missing = client.get("/nowhere/")
    assert missing.status_code == 404
    assert "wagtail-userbar" not in missing.content.decode()


def test_the_page_for_our_own_failures_needs_nothing_else() -> None:
    drawn = render_to_string("500.html")
    assert "call 999" in drawn
    assert 'href="/help-now/"' in drawn
