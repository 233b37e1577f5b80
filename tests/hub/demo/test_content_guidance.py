"""The guidance pages as files."""

import re
from pathlib import Path

import pytest

from tests.hub.demo.written_content import (
    AGENCIES,
    BLOCKS,
    FACT_LINK,
    GUIDANCE,
    NATIONS,
    entries,
    known_ids,
    read,
    read_path,
    texts,
    words_in,
)

PLANNED = {
    "A child found with drugs far from home: the first 24 hours",
    "Children placed across borders",
    "County lines: how a line works now",
    "Cuckooing and older people at risk",
    "Did it work? Has it evolved?",
    "Drug markets: size what drives the violence",
    "Exclusion and alternative provision",
    "First conversations",
    "Gang, group or friends? Agreeing a definition",
    "Making a referral that gets an answer",
    "Modern slavery: NRM and section 45",
    "Recognising exploitation: signs, not proof",
    "Recruitment and social media",
    "Sharing information lawfully",
    "Vulnerable locations",
    "What helps, what harms",
    "When harms overlap: mental health, Prevent, trafficking",
    "Where do we start? Mapping in six questions",
    "Young women and girls",
}


def test_all_nineteen_planned_pages_are_there_and_no_other() -> None:
    assert len(PLANNED) == 19
    assert sorted(read_path(path)["title"] for path in GUIDANCE) == sorted(PLANNED)


@pytest.mark.parametrize("path", GUIDANCE, ids=lambda path: path.stem)
class TestGuidancePage:
    def test_is_neither_thin_nor_long(self, path: Path) -> None:
        page = read_path(path)
        shown = ("summary", "what_to_do_now", "agency_notes", "body", "discussion_questions")
        assert words_in(page["body"]) >= 400
        assert words_in([page[field] for field in shown]) <= 1200

    def test_opens_with_a_summary_of_one_to_three_sentences(self, path: Path) -> None:
        summary = read_path(path)["summary"].strip()
        assert re.search(r"[.?]$", summary)
        assert 1 <= len(re.findall(r"[.?](?:\s|$)", summary)) <= 3

    def test_gives_at_most_five_short_steps(self, path: Path) -> None:
        steps = read_path(path)["what_to_do_now"]
        assert 1 <= len(steps) <= 5
        assert all(len(step.split()) <= 25 for step in steps)

    def test_has_three_questions_for_a_team(self, path: Path) -> None:
        assert len(read_path(path)["discussion_questions"]) == 3

    def test_is_named_for_its_address(self, path: Path) -> None:
        page = read_path(path)
        assert page["slug"] == path.stem
        assert page["id"].startswith("gd-")

    def test_rests_on_facts_that_are_there(self, path: Path) -> None:
        page = read_path(path)
        assert page["links"]
        assert set(page["links"]) <= known_ids()

    def test_lists_every_fact_that_its_text_links_to(self, path: Path) -> None:
        page = read_path(path)
        linked = {fact for text in texts(page["body"]) for fact in FACT_LINK.findall(text)}
        assert linked <= set(page["links"])

    def test_uses_known_nations_agencies_and_themes(self, path: Path) -> None:
        page = read_path(path)
        themes = {fact.removeprefix("th-") for fact in entries("themes")}
        assert page["nations"]
        assert set(page["nations"]) <= NATIONS
        assert set(page["audiences"]) | set(page["agency_notes"]) <= AGENCIES
        assert set(page["themes"]) <= themes

    def test_is_made_of_blocks_that_the_hub_knows(self, path: Path) -> None:
        body = read_path(path)["body"]
        assert all(len(block) == 1 for block in body)
        assert {kind for block in body for kind in block} <= BLOCKS

    def test_has_tables_whose_rows_are_as_wide_as_their_header(self, path: Path) -> None:
        tables = [block["table"] for block in read_path(path)["body"] if "table" in block]
        uneven = [t["caption"] for t in tables for row in t["rows"] if len(row) != len(t["header"])]
        assert uneven == []

    def test_names_its_sources_and_its_next_review(self, path: Path) -> None:
        page = read_path(path)
        assert page["sources"]
        assert page["review_on"] > page["reviewed_on"]


def test_a_guidance_page_that_names_the_cuckooing_offence_says_that_its_start_is_open() -> None:
    body = " ".join(texts(read("guidance/cuckooing")["body"]))
    assert "couldn't confirm that it has started" in body
