"""The demonstration's threads as files."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.hub.demo.written_content import known_ids, read, texts, threads

PERSONAL = re.compile(r"\b\d{5,}\b|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b|@")
LAST_CHECK = datetime(2026, 11, 22, tzinfo=UTC)


def replies(thread: dict[str, Any]) -> list[dict[str, Any]]:
    return thread["replies"]


def accepted(thread: dict[str, Any]) -> list[dict[str, Any]]:
    return [reply for reply in replies(thread) if reply.get("accepted")]


def bodies(thread: dict[str, Any]) -> list[str]:
    return [thread["body"], *(reply["body"] for reply in replies(thread))]


def spaces() -> dict[str, dict[str, Any]]:
    return {space["id"]: space for space in read("forum")["spaces"]}


def roles() -> dict[str, set[str]]:
    return {p["key"]: {row["role"] for row in p["roles"]} for p in read("people")["people"]}


def test_there_are_at_least_twelve_threads_with_forty_posts() -> None:
    assert len(threads()) >= 12
    assert sum(len(bodies(thread)) for thread in threads()) >= 40


def test_every_space_has_a_thread() -> None:
    assert {thread["space"] for thread in threads()} == set(spaces())


def test_some_threads_are_solved_some_open_and_some_unanswered() -> None:
    states = [(bool(accepted(thread)), bool(replies(thread))) for thread in threads()]
    assert {(True, True), (False, True), (False, False)} <= set(states)


def test_three_spaces_are_closed_one_of_them_sensitive_and_the_others_are_open() -> None:
    closed = {s["slug"]: s.get("marking") for s in spaces().values() if is_closed(s)}
    assert closed == {
        "leads-room": None,
        "brimlow-room": None,
        "ardale-panel-room": "official-sensitive",
    }


def is_closed(space: dict[str, Any]) -> bool:
    return "roles" in space or "readers" in space


def test_no_two_questions_of_a_space_were_asked_at_the_same_time() -> None:
    asked = [(thread["space"], thread["asked"]) for thread in threads()]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("thread", threads(), ids=[thread["id"] for thread in threads()])
class TestThread:
    def test_has_an_accepted_answer_where_it_says_that_it_is_solved(
        self, thread: dict[str, Any]
    ) -> None:
        assert len(accepted(thread)) == (1 if thread["solved"] else 0)

    def test_is_not_answered_by_the_asker(self, thread: dict[str, Any]) -> None:
        assert thread["author"] not in [reply["author"] for reply in accepted(thread)]

    def test_is_about_things_that_the_hub_holds(self, thread: dict[str, Any]) -> None:
        assert thread["links"]
        assert set(thread["links"]) <= known_ids()

    def test_was_asked_before_the_facts_were_last_checked(self, thread: dict[str, Any]) -> None:
        assert thread["asked"] < LAST_CHECK

    def test_holds_nothing_that_looks_like_a_persons_details(self, thread: dict[str, Any]) -> None:
        assert [text for text in texts(thread) if PERSONAL.search(text)] == []

    def test_is_written_by_people_who_may_read_its_space(self, thread: dict[str, Any]) -> None:
        wanted = set(spaces()[thread["space"]].get("roles", []))
        writers = {thread["author"], *(reply["author"] for reply in replies(thread))}
        assert all(not wanted or wanted & roles()[writer] for writer in writers)


def test_solved_threads_about_law_lead_to_it() -> None:
    law = [t for t in threads() if t["space"] == "fs-law"]
    assert all("](fact:lg-" in " ".join(bodies(thread)) for thread in law)
