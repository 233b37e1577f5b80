"""Each type says in its own folder how it stands in other formats; nothing names it elsewhere."""

from pathlib import Path

import pytest

from courses import exchange
from courses.exchange.gift.blocks import Block
from courses.exchange.gift.reading import read_block
from courses.exchange.moodle.forms import moodle_forms
from courses.exchange.moodle.questions import MoodleQuestion
from courses.exchange.moodle.unknown import REASONS
from courses.questions.registry import companions, question_types

KINDS = {kind for form in moodle_forms().values() for kind in form.types}


@pytest.mark.parametrize("file", ["moodle", "table"])
def test_a_companion_belongs_to_a_type(file: str) -> None:
    assert set(companions(file)) <= set(question_types())


def test_no_type_has_a_companion_that_nobody_wrote() -> None:
    assert companions("telepathy") == {}


@pytest.mark.parametrize("single", [True, False])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_of_no_question_two_types_say_that_it_is_theirs(kind: str, single: bool) -> None:
    asked = MoodleQuestion(type=kind, text="", single=single)
    assert len([form for form in moodle_forms().values() if form.takes(asked)]) == 1


def test_no_type_takes_what_is_refused_by_name() -> None:
    assert KINDS & set(REASONS) == set()


def test_nothing_in_the_exchange_names_a_type_of_ours() -> None:
    texts = [file.read_text() for file in Path(exchange.__file__).parent.rglob("*.py")]
    quoted = [name for name in question_types() if any(f'"{name}"' in text for text in texts)]
    assert set(quoted) <= KINDS


def test_an_asked_question_says_what_moodle_would_call_it() -> None:
    assert read_block(Block(1, "a{#3}", ())).type == "numerical"
