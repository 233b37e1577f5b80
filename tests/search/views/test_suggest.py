"""What a search box proposes while somebody types."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import PageViewRestriction

from hub.access.enums import Role
from tests.factories import forum, pages
from tests.factories.people import UserFactory, sign_in, with_role


def proposed(client: Client, words: str) -> list[str]:
    answer = client.get("/search/suggest/", {"q": words}).json()
    return [one["title"] for one in answer["suggestions"]]


@pytest.mark.django_db
class TestProposing:
    def test_the_last_word_may_be_a_beginning(self, client: Client) -> None:
        pages.guidance(title="County lines")
        assert proposed(client, "county li") == ["County lines"]

    def test_another_name_of_a_term_proposes_it(self, client: Client) -> None:
        pages.term("Cuckooing", other_words="home takeover")
        assert proposed(client, "home tak") == ["Cuckooing"]

    def test_each_says_of_what_kind_it_is_and_where(self, client: Client) -> None:
        page = pages.term("Cuckooing")
        answer = client.get("/search/suggest/", {"q": "cuck"}).json()
        assert answer == {
            "suggestions": [{"title": "Cuckooing", "kind": "Glossary term", "url": page.url}]
        }

    def test_glossary_and_guidance_come_before_everything_else(self, client: Client) -> None:
        pages.policy(title="Curfew")
        pages.guidance(title="When a curfew is broken")
        pages.term("Curfew order")
        assert proposed(client, "curf") == ["Curfew order", "When a curfew is broken", "Curfew"]

    def test_what_begins_like_that_comes_before_what_holds_it(self, client: Client) -> None:
        pages.guidance(title="A curfew")
        pages.guidance(title="Curfew and travel far away")
        assert proposed(client, "curf") == ["Curfew and travel far away", "A curfew"]

    def test_there_are_eight_at_most(self, client: Client) -> None:
        for number in range(12):
            pages.term(f"Curfew {number}")
        assert len(proposed(client, "curf")) == 8

    @pytest.mark.parametrize("words", ["", " ", "c", "?!", "zebra"])
    def test_little_or_strange_words_propose_nothing(self, client: Client, words: str) -> None:
        pages.term("Curfew")
        assert proposed(client, words) == []

    def test_queries_do_not_grow_with_what_is_found(self, client: Client) -> None:
        pages.term("Curfew")
        proposed(client, "curf")
        with CaptureQueriesContext(connection) as few:
            proposed(client, "curf")
        for number in range(10):
            pages.term(f"Curfew {number}")
        with CaptureQueriesContext(connection) as many:
            proposed(client, "curf")
        assert len(many) == len(few) <= 9


@pytest.mark.django_db
class TestClosedThings:
    def test_what_is_closed_is_proposed_to_nobody(self, client: Client) -> None:
        pages.restrict(pages.guidance(title="Operation nightjar"))
        assert proposed(client, "nightj") == []
        assert proposed(sign_in(client, with_role(UserFactory(), Role.MEMBER)), "nightj") == []

    def test_a_thread_of_a_closed_space_is_not_proposed(self, client: Client) -> None:
        forum.question(space=forum.members_space(), title="Who has met nightjar?")
        assert proposed(client, "nightj") == []

    def test_rows_that_are_behind_the_content_propose_nothing(self, client: Client) -> None:
        page = pages.guidance(title="Operation nightjar")
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
        )
        assert proposed(client, "nightj") == []


class TestAnyString(TestCase):
    @given(st.text(max_size=450))
    def test_any_string_gets_an_answer(self, text: str) -> None:
        assert self.client.get("/search/suggest/", {"q": text}).status_code == 200

    @given(st.lists(st.sampled_from("\"*^:()-+ANDORNOTNEAR{}\x00'; %_\\"), max_size=30))
    def test_the_engine_s_own_language_means_nothing(self, parts: list[str]) -> None:
        assert self.client.get("/search/suggest/", {"q": "".join(parts)}).status_code == 200
