"""The demonstration's shared practice as a file."""

from typing import Any

import pytest

from hub.core.personal_details.finding import find_details
from hub.sharing.questions import QUESTIONS, names_of
from tests.hub.demo.written_content import read

EXAMPLES: list[dict[str, Any]] = read("sharing")["examples"]


def test_they_are_labelled_fictional() -> None:
    assert "Fictional" in read("sharing")["label"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["answers"]["title"])
def test_none_holds_a_detail_of_a_person(example: dict[str, Any]) -> None:
    texts = [text for text in example["answers"].values() if isinstance(text, str)]
    assert [text for text in texts if find_details(text)] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["answers"]["title"])
def test_each_answers_what_is_asked(example: dict[str, Any]) -> None:
    assert set(example["answers"]) <= set(names_of(QUESTIONS))


def test_one_waits_one_is_to_change_and_one_is_a_draft() -> None:
    assert [("sent" in example, "review" in example) for example in EXAMPLES] == [
        (True, False),
        (True, True),
        (False, False),
    ]
