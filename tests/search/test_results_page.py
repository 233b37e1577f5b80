"""The page of results as people use it."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries

from search.query.spelling import speller
from tests.factories import pages

BODY = "A runner is a child who carries drugs along a railway for a gang."


@pytest.fixture(autouse=True)
def _fresh_words() -> None:
    speller.forget()


def body(text: str, heading: str = "On the train") -> list[tuple[str, object]]:
    return [("heading", heading), ("paragraph", f"<p>{text}</p>")]


def soup(client: Client, **query: object) -> BeautifulSoup:
    response = client.get("/search/", query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select(".cg-result__title a")]


def facet_counts(page: BeautifulSoup) -> dict[str, str]:
    options = page.select(".cg-facet li a")
    return {
        option.span.get_text(): option.select_one(".cg-facet__count").get_text()
        for option in options
        if option.select_one(".cg-facet__count")
    }


def also_searched(page: BeautifulSoup) -> list[Tag]:
    """Without the last one, which leaves all of them out."""
    return page.select('[aria-label="Also searched for"] li')[:-1]


@pytest.mark.django_db
class TestFinding:
    def test_a_word_in_another_form_finds_the_page(self, client: Client) -> None:
        pages.guidance(title="Exploitation on trains")
        assert titles(soup(client, q="exploited train")) == ["Exploitation on trains"]

    def test_a_title_ranks_above_a_mention(self, client: Client) -> None:
        pages.guidance(title="Other matters", body=body("Cuckooing is mentioned."))
        pages.guidance(title="Cuckooing")
        assert titles(soup(client, q="cuckooing")) == ["Cuckooing", "Other matters"]

    def test_a_result_leads_to_its_page_and_to_the_section_that_matches(
        self, client: Client
    ) -> None:
        page = pages.guidance(title="Travel", body=body(BODY))
        links = [link["href"] for link in soup(client, q="railway").select(".cg-result a")]
        assert links[0] == page.url
        assert links[1].startswith(f"{page.url}#")

    def test_a_result_shows_the_passage_with_its_matches_marked(self, client: Client) -> None:
        pages.guidance(title="Travel", body=body(BODY))
        marks = soup(client, q="railways carrying").select(".cg-result mark")
        assert {mark.get_text() for mark in marks} == {"railway", "carries"}

    def test_words_in_quotes_must_stand_together(self, client: Client) -> None:
        pages.guidance(title="Lines of a county")
        pages.guidance(title="County lines")
        assert titles(soup(client, q='"county lines"')) == ["County lines"]

    @pytest.mark.parametrize("words", ["s45 slavery", "s.45", "section 45"])
    def test_a_section_of_an_act_is_found_as_people_write_it(
        self, client: Client, words: str
    ) -> None:
        pages.provision(title="Section 45: a defence", section_label="Section 45")
        pages.provision(title="Section 1: slavery", section_label="Section 1")
        assert titles(soup(client, q=words))[0] == "Section 45: a defence"

    def test_the_heading_says_how_many_there_are(self, client: Client) -> None:
        pages.guidance(title="Curfew")
        assert soup(client, q="curfew").find(id="results").get_text() == "1 result for “curfew”"

    def test_stored_markup_is_shown_as_text(self, client: Client) -> None:
        pages.guidance(title="<script>alert(1)</script> curfew", summary="<b>curfew</b>")
        content = client.get("/search/", {"q": "curfew"}).content.decode()
        assert "<script>alert" not in content
        assert "<b>" not in content


@pytest.mark.django_db
class TestNarrowing:
    def test_a_filter_narrows_and_says_so(self, client: Client) -> None:
        pages.guidance(title="Curfew guidance")
        pages.term("Curfew")
        page = soup(client, q="curfew", kind="term")
        assert titles(page) == ["Curfew"]
        assert "Kind: Glossary" in page.select_one(".cg-filters__active").get_text()

    def test_counts_ignore_their_own_filter(self, client: Client) -> None:
        pages.guidance(title="Curfew guidance")
        pages.term("Curfew")
        counts = facet_counts(soup(client, q="curfew", kind="term"))
        assert (counts["Guidance"], counts["Glossary"]) == ("1", "1")

    def test_a_count_is_what_choosing_it_gives(self, client: Client) -> None:
        pages.guidance(title="Curfew one", themes=["mapping"], audiences=["police"])
        pages.guidance(title="Curfew two", themes=["mapping"])
        page = soup(client, q="curfew")
        chosen = next(a for a in page.select(".cg-facet li a") if a.span.get_text() == "Police")
        narrowed = BeautifulSoup(client.get(f"/search/{chosen['href']}").content, "html.parser")
        assert len(titles(narrowed)) == int(chosen.select_one(".cg-facet__count").get_text()) == 2

    def test_each_filter_can_be_taken_away(self, client: Client) -> None:
        pages.guidance(title="Curfew", themes=["mapping"])
        page = soup(client, q="curfew", kind="guidance", theme="mapping")
        links = [a["href"] for a in page.select(".cg-filters__active a")]
        assert links == ["?q=curfew&theme=mapping", "?q=curfew&kind=guidance", "?q=curfew"]

    def test_a_filter_with_no_result_offers_to_search_without(self, client: Client) -> None:
        pages.guidance(title="Curfew")
        page = soup(client, q="curfew", kind="act")
        assert page.find("a", string="search without the filters")["href"] == "?q=curfew"


@pytest.mark.django_db
class TestHelp:
    def test_nothing_found_offers_to_ask_with_the_words_filled_in(self, client: Client) -> None:
        page = soup(client, q="zebra crossing")
        assert page.find("a", string="Ask the forum")["href"] == "/forum/ask/?title=zebra+crossing"

    def test_a_misspelt_word_is_offered_rightly_spelt(self, client: Client) -> None:
        pages.guidance(title="Cuckooing and exploitation")
        page = soup(client, q="cuckoing exploitation")
        assert page.find("a", string="cuckooing exploitation")["href"].startswith("?q=cuckooing")

    def test_a_word_that_only_restricted_things_hold_is_never_offered(self, client: Client) -> None:
        pages.restrict(pages.guidance(title="Operation Nightjar"))
        assert "Did you mean" not in soup(client, q="nightjarr").get_text()

    def test_a_word_closed_since_the_list_was_made_is_not_offered(self, client: Client) -> None:
        page = pages.guidance(title="Operation Nightjar")
        soup(client, q="nightjarr")
        pages.restrict(page)
        assert "Did you mean" not in soup(client, q="nightjarr").get_text()

    def test_the_glossary_s_other_words_are_searched_too(self, client: Client) -> None:
        pages.term("Cuckooing", other_words="home takeover")
        pages.guidance(title="When a home takeover is suspected")
        page = soup(client, q="cuckooing")
        assert set(titles(page)) == {"Cuckooing", "When a home takeover is suspected"}
        assert [li.a.get_text() for li in also_searched(page)] == ["Search without home takeover"]

    def test_one_other_word_can_be_left_out(self, client: Client) -> None:
        pages.term("Cuckooing", other_words="home takeover\nhouse capture")
        pages.guidance(title="When a home takeover is suspected")
        links = [li.a["href"] for li in also_searched(soup(client, q="cuckooing"))]
        less = BeautifulSoup(client.get(f"/search/{links[0]}").content, "html.parser")
        assert titles(less) == ["Cuckooing"]
        assert len(also_searched(less)) == 1

    def test_other_words_can_be_left_out(self, client: Client) -> None:
        pages.term("Cuckooing", other_words="home takeover")
        pages.guidance(title="When a home takeover is suspected")
        link = soup(client, q="cuckooing").find("a", string="Only “cuckooing”")["href"]
        only = BeautifulSoup(client.get(f"/search/{link}").content, "html.parser")
        assert titles(only) == ["Cuckooing"]

    def test_a_closed_term_lends_no_words(self, client: Client) -> None:
        pages.restrict(pages.term("Cuckooing", other_words="nightjar"))
        assert "nightjar" not in soup(client, q="cuckooing").get_text()

    def test_where_nothing_is_found_nothing_is_offered_to_filter_by(self, client: Client) -> None:
        pages.guidance(title="Travel")
        assert soup(client, q="travel").select(".cg-fold")
        assert not soup(client, q="zebra crossing").select(".cg-fold")

    def test_a_slip_among_known_words_is_offered_and_found(self, client: Client) -> None:
        pages.guidance(title="Exploitation on trains")
        pages.guidance(title="Trains")
        page = soup(client, q="exploitaton trains")
        assert page.find("a", string="exploitation trains")
        assert titles(page)[0] == "Exploitation on trains"

    def test_where_nothing_is_held_the_better_spelling_is_used(self, client: Client) -> None:
        pages.guidance(title="Exploitation on trains")
        page = soup(client, q="exploitaton")
        assert "Showing results for “exploitation”" in page.get_text()
        assert titles(page) == ["Exploitation on trains"]

    def test_what_was_typed_can_be_searched_alone(self, client: Client) -> None:
        pages.guidance(title="Exploitation on trains")
        link = soup(client, q="exploitaton").find("a", string="Search only for “exploitaton”")
        only = BeautifulSoup(client.get(f"/search/{link['href']}").content, "html.parser")
        assert titles(only) == []

    def test_words_in_quotes_must_be_there(self, client: Client) -> None:
        pages.guidance(title="A child comes first")
        pages.guidance(title="Child first")
        assert titles(soup(client, q='"child first"')) == ["Child first"]

    def test_a_minus_keeps_a_word_out(self, client: Client) -> None:
        pages.guidance(title="Nightjar in town")
        pages.guidance(title="Nightjar")
        assert titles(soup(client, q="nightjar -town")) == ["Nightjar"]

    def test_a_filter_can_be_typed(self, client: Client) -> None:
        pages.guidance(title="Nightjar one")
        pages.term("Nightjar two")
        page = soup(client, q="nightjar kind:guidance")
        assert titles(page) == ["Nightjar one"]
        assert page.select_one("#search-words")["value"] == "nightjar"
        assert "Kind: Guidance" in page.select_one(".cg-filters").get_text()

    def test_search_engines_are_kept_away(self, client: Client) -> None:
        assert soup(client, q="a").find("meta", {"name": "robots"})["content"] == "noindex"


@pytest.mark.django_db
class TestPaging:
    @pytest.fixture(autouse=True)
    def _many(self) -> None:
        for number in range(25):
            pages.term(f"Curfew {number}")

    def test_the_second_page_shows_the_rest(self, client: Client) -> None:
        first, second = soup(client, q="curfew"), soup(client, q="curfew", page=2)
        assert len(titles(first)) == 20
        assert len(titles(second)) == 5
        assert not set(titles(first)) & set(titles(second))

    def test_the_title_holds_the_number_of_the_page(self, client: Client) -> None:
        assert "page 2 of 2" in soup(client, q="curfew", page=2).title.get_text()

    @pytest.mark.parametrize("number", ["0", "-1", "99", "99999999999", "x", "٣", ""])
    def test_a_page_that_makes_no_sense_shows_one_that_does(
        self, client: Client, number: str
    ) -> None:
        assert titles(soup(client, q="curfew", page=number))

    def test_queries_do_not_grow_with_rows(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        soup(client, q="curfew")
        with CaptureQueriesContext(connection) as before:
            soup(client, q="curfew")
        asked = len(before)
        for number in range(15):
            pages.term(f"Curfew again {number}", themes=["mapping"])
        soup(client, q="curfew")  # reads the labels that are new, once
        with django_assert_num_queries(asked):
            soup(client, q="curfew")


class TestAnyString(TestCase):
    @given(st.text(max_size=450))
    def test_any_string_gives_a_page(self, text: str) -> None:
        assert self.client.get("/search/", {"q": text}).status_code == 200

    @given(st.lists(st.sampled_from("\"*^:()-+ANDORNOTNEAR{}\x00'; %_\\"), max_size=30))
    def test_the_engine_s_own_language_means_nothing(self, parts: list[str]) -> None:
        assert self.client.get("/search/", {"q": "".join(parts)}).status_code == 200

    @given(
        st.dictionaries(st.sampled_from(["kind", "theme", "audience", "nation", "page"]), st.text())
    )
    def test_any_filter_gives_a_page(self, filters: dict[str, str]) -> None:
        assert self.client.get("/search/", {"q": "gang", **filters}).status_code == 200
