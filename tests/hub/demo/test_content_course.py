"""The courses and their quizzes as files."""

import re
from typing import Any

import pytest

from tests.hub.demo.written_content import (
    BLOCKS,
    courses,
    known_ids,
    lessons,
    lessons_of,
    questions,
    texts,
    words_in,
)

# What somebody can look up: counts, shares, and the numbers of sections and schedules.
ASKS_FOR_A_NUMBER = re.compile(
    r"how (many|much|long|old)|what (share|number|per cent)|which (section|schedule|year|act)\b",
    re.IGNORECASE,
)


def named(items: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("item", items, ids=[item["id"] for item in items])


LEVELS = {
    "county-lines": "introduction",
    "local-assessment": "advanced",
    "understanding-gangs": "practitioner",
    "using-powers": "practitioner",
}


def test_there_are_courses_for_people_at_different_levels() -> None:
    assert {course["slug"]: course["level"] for course in courses()} == LEVELS


def test_the_quizzes_have_at_least_twenty_four_questions_of_three_kinds() -> None:
    assert len(questions()) >= 24
    assert {q["kind"] for q in questions()} == {"single", "multiple", "true_false"}


@pytest.mark.parametrize("kind", ["fact", "module", "lesson", "question"])
def test_no_two_things_of_the_courses_share_an_id(kind: str) -> None:
    modules = [module for course in courses() for module in course["modules"]]
    items = {"fact": courses(), "module": modules, "lesson": lessons(), "question": questions()}
    ids = [item["id"] for item in items[kind]]
    assert len(ids) == len(set(ids))


@named(courses())
class TestCourse:
    def test_has_a_quiz_that_can_be_passed_and_a_certificate_that_ends(
        self, item: dict[str, Any]
    ) -> None:
        quiz = item["quiz"]
        assert 70 <= quiz["pass_mark"] <= 100
        assert quiz["attempts"] is None or quiz["attempts"] >= 1
        assert item["validity_months"] in (12, 24)

    def test_takes_as_long_as_it_says(self, item: dict[str, Any]) -> None:
        minutes = sum(lesson["minutes"] for lesson in lessons_of(item)) + item["quiz"]["minutes"]
        assert minutes == item["minutes"]

    def test_says_where_people_find_support(self, item: dict[str, Any]) -> None:
        assert "talk to your supervisor" in item["support_text"]

    def test_has_a_question_of_each_kind_and_one_on_every_outcome(
        self, item: dict[str, Any]
    ) -> None:
        asked = item["quiz"]["questions"]
        assert {q["kind"] for q in asked} == {"single", "multiple", "true_false"}
        assert {q["outcome"] for q in asked} == set(item["outcomes"])

    def test_sends_back_to_lessons_of_its_own(self, item: dict[str, Any]) -> None:
        own = {lesson["id"] for lesson in lessons_of(item)}
        assert {q["lesson"] for q in item["quiz"]["questions"]} <= own

    def test_asks_about_every_module(self, item: dict[str, Any]) -> None:
        asked = {q["lesson"] for q in item["quiz"]["questions"]}
        assert all(
            asked & {lesson["id"] for lesson in module["lessons"]} for module in item["modules"]
        )

    def test_has_lessons_with_addresses_of_their_own(self, item: dict[str, Any]) -> None:
        slugs = [lesson["slug"] for lesson in lessons_of(item)]
        assert len(slugs) == len(set(slugs))


@named(lessons())
class TestLesson:
    def test_is_short_and_has_outcomes(self, item: dict[str, Any]) -> None:
        assert item["outcomes"]
        assert item["minutes"] <= 15

    def test_has_enough_to_read(self, item: dict[str, Any]) -> None:
        assert words_in(item["body"]) >= 250

    def test_rests_on_facts(self, item: dict[str, Any]) -> None:
        assert item["links"]
        assert set(item["links"]) <= known_ids()

    def test_ends_with_something_to_think_about_or_do(self, item: dict[str, Any]) -> None:
        assert "callout" in item["body"][-1]

    def test_is_made_of_blocks_that_the_hub_knows(self, item: dict[str, Any]) -> None:
        assert {kind for block in item["body"] for kind in block} <= BLOCKS


def test_lessons_that_describe_abuse_say_so_first() -> None:
    warned = {lesson["id"] for lesson in lessons() if lesson["content_note"]}
    abuse = {
        *("le-cl-3", "le-cl-3b", "le-cl-4"),
        *("le-gd-3", "le-gd-4", "le-gd-4b", "le-gd-6"),
        *("le-pw-1", "le-pw-3", "le-pw-4"),
    }
    assert abuse <= warned


@named(questions())
class TestQuestion:
    def test_gives_feedback_for_every_option(self, item: dict[str, Any]) -> None:
        assert len(item["options"]) >= 2
        assert all(option["feedback"].strip() for option in item["options"])

    def test_has_the_number_of_right_options_its_kind_asks_for(self, item: dict[str, Any]) -> None:
        right = sum(option["right"] is True for option in item["options"])
        assert right >= 2 if item["kind"] == "multiple" else right == 1
        assert right < len(item["options"])

    def test_has_options_in_words_that_differ(self, item: dict[str, Any]) -> None:
        shown = [option["text"] for option in item["options"]]
        assert all(isinstance(text, str) for text in shown)
        assert len(shown) == len(set(shown))

    def test_rests_on_a_fact(self, item: dict[str, Any]) -> None:
        assert item["cites"] in known_ids()

    def test_rests_on_what_its_lesson_teaches(self, item: dict[str, Any]) -> None:
        lesson = next(lesson for lesson in lessons() if lesson["id"] == item["lesson"])
        linked = " ".join(texts(lesson["body"]))
        assert item["cites"] in lesson["links"] or f'fact:{item["cites"]}"' in linked

    def test_asks_for_judgement_and_not_for_a_number(self, item: dict[str, Any]) -> None:
        assert not ASKS_FOR_A_NUMBER.search(item["stem"])

    def test_explains_its_answer(self, item: dict[str, Any]) -> None:
        assert len(item["explanation"].split()) >= 5


def test_the_right_answer_is_not_given_away_by_its_place() -> None:
    first = [q for q in questions() if q["kind"] == "single" and q["options"][0]["right"]]
    assert len(first) <= len(questions()) / 3
