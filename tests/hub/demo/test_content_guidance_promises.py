"""What a specialist would look for in a guidance page: nations, uncertain law, honest sources."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.hub.demo.written_content import (
    FACT_LINK,
    GUIDANCE,
    entries,
    provisions,
    read_path,
    texts,
)

PROVISIONS = provisions()
CALLOUTS_AT_MOST = 2
WALES_ITSELF = re.compile(r"(?<!England and )(?<!England, )Wales|Welsh")


def words(value: Any) -> str:
    return " ".join(" ".join(texts(value)).split())


def cited(page: dict[str, Any]) -> set[str]:
    """The provisions that the text itself sends a reader to."""
    return {fact for fact in FACT_LINK.findall(words(page["body"])) if fact in PROVISIONS}


@pytest.mark.parametrize("path", GUIDANCE, ids=lambda path: path.stem)
class TestGuidancePromises:
    def test_a_page_for_wales_that_cites_law_of_england_alone_speaks_of_wales(
        self, path: Path
    ) -> None:
        page = read_path(path)
        english = {fact for fact in cited(page) if PROVISIONS[fact]["nations"] == ["england"]}
        assert (
            "wales" not in page["nations"]
            or not english
            or WALES_ITSELF.search(words(page["body"]))
        )

    def test_law_whose_start_is_open_is_said_to_be_unconfirmed(self, path: Path) -> None:
        page = read_path(path)
        unclear = {fact for fact in cited(page) if PROVISIONS[fact]["status"] == "start_unclear"}
        assert not unclear or "couldn't confirm" in words(page["body"])

    def test_a_source_is_verified_exactly_when_it_says_the_day_it_was_checked(
        self, path: Path
    ) -> None:
        wrong = [
            source["title"]
            for source in read_path(path)["sources"]
            if (source["confidence"] == "verified") != bool(source["checked_on"])
        ]
        assert wrong == []

    def test_no_source_was_checked_after_the_page_was_reviewed(self, path: Path) -> None:
        page = read_path(path)
        days = [source["checked_on"] for source in page["sources"] if source["checked_on"]]
        assert max(days) <= page["reviewed_on"]

    def test_warning_signs_say_how_to_read_them(self, path: Path) -> None:
        signs = [
            block["warning_signs"] for block in read_path(path)["body"] if "warning_signs" in block
        ]
        assert [box["title"] for box in signs if not box.get("note")] == []

    def test_calls_out_no_more_than_a_reader_will_notice(self, path: Path) -> None:
        callouts = [block for block in read_path(path)["body"] if "callout" in block]
        assert len(callouts) <= CALLOUTS_AT_MOST

    def test_points_to_a_shared_word_and_to_somewhere_to_act(self, path: Path) -> None:
        links = set(read_path(path)["links"])
        assert links & entries("glossary").keys()
        assert links & (
            entries("referrals").keys() | PROVISIONS.keys() | entries("practice").keys()
        )
