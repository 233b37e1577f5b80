"""More like a thing, and what the hub has before somebody asks."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from hub.guidance.models import GuidancePage
from search.query.words import speller
from tests.factories import forum, pages
from tests.factories.people import UserFactory, in_group, sign_in

pytestmark = pytest.mark.django_db
IN_PLACE = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _words_of_this_test() -> None:
    speller.forget()


@pytest.fixture
def nest() -> GuidancePage:
    return pages.guidance(title="Where the nightjar nests", summary="A nightjar likes heaths.")


def titles(client: Client, address: str, **more: object) -> list[str]:
    answer = client.get(address, **more)
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    return [link.get_text() for link in page.select(".cg-row__title a, .cg-similar__list a")]


def of(thing: GuidancePage, kind: str = "guidance") -> str:
    return f"/search/similar/{kind}/{thing.pk}/"


class TestMoreLikeThis:
    def test_what_shares_its_telling_words_is_named(
        self, client: Client, nest: GuidancePage
    ) -> None:
        pages.policy(title="A nightjar policy")
        pages.policy(title="Tea and biscuits")
        assert titles(client, of(nest)) == ["A nightjar policy"]

    def test_it_is_a_page_of_its_own_that_leads_back(
        self, client: Client, nest: GuidancePage
    ) -> None:
        page = BeautifulSoup(client.get(of(nest)).content, "html.parser")
        assert page.h1.get_text() == "More like this"
        assert page.find("a", string="Where the nightjar nests")["href"] == nest.url

    def test_in_place_there_are_three_at_most(self, client: Client, nest: GuidancePage) -> None:
        for number in range(5):
            pages.policy(title=f"Nightjar policy {number}")
        assert len(titles(client, of(nest), headers=IN_PLACE)) == 3
        assert b"<html" not in client.get(of(nest), headers=IN_PLACE).content

    def test_with_nothing_like_it_the_place_stays_empty(
        self, client: Client, nest: GuidancePage
    ) -> None:
        assert client.get(of(nest), headers=IN_PLACE).content.strip() == b""

    def test_a_question_of_the_forum_has_its_like_too(
        self, client: Client, nest: GuidancePage
    ) -> None:
        thread = forum.question(title="Who has met a nightjar?")
        assert titles(client, f"/search/similar/thread/{thread.pk}/") == [nest.title]

    @pytest.mark.parametrize(
        "make",
        [
            pages.guidance,
            pages.practice,
            pages.tool,
            pages.provision,
            pages.policy,
            pages.term,
            pages.intervention,
            pages.referral,
        ],
    )
    def test_every_page_of_knowledge_loads_it_when_it_comes_into_sight(
        self, client: Client, make: object
    ) -> None:
        thing = make()
        page = BeautifulSoup(client.get(thing.url).content, "html.parser")
        place = page.select_one("[data-hx-trigger=revealed]")
        assert place["data-hx-get"] == of(thing, thing.kind_name)
        assert place.a["href"] == place["data-hx-get"]

    def test_a_browser_keeps_the_page_and_its_part_apart(
        self, client: Client, nest: GuidancePage
    ) -> None:
        assert "HX-Request" in client.get(of(nest))["Vary"]


class TestClosedThings:
    def test_a_closed_thing_is_like_nothing(self, client: Client, nest: GuidancePage) -> None:
        pages.restrict(pages.policy(title="Nightjar policy"), Group.objects.create(name="Red"))
        assert titles(client, of(nest)) == []
        insider = sign_in(client, in_group(UserFactory(), "Red"))
        assert titles(insider, of(nest)) == ["Nightjar policy"]

    def test_a_thing_closed_behind_the_rows_is_like_nothing(
        self, client: Client, nest: GuidancePage
    ) -> None:
        page = pages.policy(title="Nightjar policy")
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
        )
        assert titles(client, of(nest)) == []

    def test_what_is_like_a_closed_thing_is_for_its_readers(
        self, client: Client, nest: GuidancePage
    ) -> None:
        pages.restrict(nest)
        assert client.get(of(nest)).status_code == 404

    def test_a_row_that_is_behind_opens_nothing(self, client: Client, nest: GuidancePage) -> None:
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page=nest.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
        )
        assert client.get(of(nest)).status_code == 404

    @pytest.mark.parametrize("kind", ["nothing", "policy"])
    def test_a_wrong_kind_is_missing(self, client: Client, nest: GuidancePage, kind: str) -> None:
        assert client.get(of(nest, kind)).status_code == 404


class TestBeforeAsking:
    def test_questions_and_guidance_close_to_the_title_are_named(
        self, client: Client, nest: GuidancePage
    ) -> None:
        thread = forum.question(title="Has anybody met a nightjar?")
        found = titles(client, "/search/before-asking/?title=nightjar+seen", headers=IN_PLACE)
        assert {title.split(" (opens")[0] for title in found} == {thread.title, nest.title}

    def test_a_closed_thread_is_not_named(self, client: Client) -> None:
        forum.question(space=forum.members_space(), title="Has anybody met a nightjar?")
        assert titles(client, "/search/before-asking/?title=nightjar") == []

    def test_alone_it_leads_on_to_asking_with_the_words_filled_in(self, client: Client) -> None:
        page = BeautifulSoup(
            client.get("/search/before-asking/?title=a+nightjar").content, "html.parser"
        )
        assert page.find("a", string="Ask the forum")["href"] == "/forum/ask/?title=a%20nightjar"

    def test_no_words_name_nothing(self, client: Client, nest: GuidancePage) -> None:
        assert titles(client, "/search/before-asking/?title=") == []

    def test_the_form_looks_while_the_title_is_typed(self, client: Client) -> None:
        page = BeautifulSoup(
            sign_in(client, UserFactory()).get("/forum/ask/").content, "html.parser"
        )
        place = page.select_one("[data-hx-get]")
        assert place["data-hx-get"] == "/search/before-asking/"
        assert "delay:500ms from:#id_title" in place["data-hx-trigger"]
        assert place.a["target"] == "_blank"
