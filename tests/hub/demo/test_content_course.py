"""The course and its quiz as files."""

from typing import Any

import pytest

from tests.hub.demo.written_content import BLOCKS, course, known_ids, lessons, questions, words_in


def test_the_course_passes_at_eighty_with_three_attempts_for_two_years() -> None:
    found = course()
    assert (found["pass_mark"], found["attempts"], found["validity_months"]) == (80, 3, 24)


def test_the_course_takes_as_long_as_it_says() -> None:
    minutes = sum(lesson["minutes"] for lesson in lessons()) + course()["quiz"]["minutes"]
    assert minutes == course()["minutes"]


def test_lessons_are_short_and_have_outcomes() -> None:
    assert all(lesson["outcomes"] and lesson["minutes"] <= 15 for lesson in lessons())
    assert all(words_in(lesson["body"]) >= 250 for lesson in lessons())


def test_lessons_that_describe_abuse_say_so_first() -> None:
    warned = {lesson["id"] for lesson in lessons() if lesson["content_note"]}
    assert {"le-cl-3", "le-cl-3b", "le-cl-4"} <= warned


def test_lessons_rest_on_facts_and_have_addresses_of_their_own() -> None:
    slugs = [lesson["slug"] for lesson in lessons()]
    assert len(slugs) == len(set(slugs))
    assert {fact for lesson in lessons() for fact in lesson["links"]} <= known_ids()


def test_lessons_are_made_of_blocks_that_the_hub_knows() -> None:
    assert {kind for lesson in lessons() for block in lesson["body"] for kind in block} <= BLOCKS


def test_the_quiz_has_at_least_twelve_questions_of_three_kinds() -> None:
    assert len(questions()) >= 12
    assert {q["kind"] for q in questions()} == {"single", "multiple", "true_false"}


@pytest.mark.parametrize("question", questions(), ids=lambda question: question["id"])
class TestQuestion:
    def test_gives_feedback_for_every_option(self, question: dict[str, Any]) -> None:
        assert len(question["options"]) >= 2
        assert all(option["feedback"].strip() for option in question["options"])

    def test_has_the_number_of_right_options_its_kind_asks_for(
        self, question: dict[str, Any]
    ) -> None:
        right = sum(option["right"] is True for option in question["options"])
        assert right >= 2 if question["kind"] == "multiple" else right == 1
        assert right < len(question["options"])

    def test_has_options_in_words_that_differ(self, question: dict[str, Any]) -> None:
        shown = [option["text"] for option in question["options"]]
        assert all(isinstance(text, str) for text in shown)
        assert len(shown) == len(set(shown))

    def test_cites_a_fact_and_sends_back_to_a_lesson(self, question: dict[str, Any]) -> None:
        assert question["cites"] in known_ids()
        assert question["lesson"] in {lesson["id"] for lesson in lessons()}
        assert question["outcome"] in course()["outcomes"]

    def test_explains_its_answer(self, question: dict[str, Any]) -> None:
        assert len(question["explanation"].split()) >= 5


def test_every_outcome_of_the_course_is_asked_about() -> None:
    assert {question["outcome"] for question in questions()} == set(course()["outcomes"])
