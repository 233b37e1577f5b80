"""A question type is a folder; nothing names it."""

from pathlib import Path

import pytest
from django.template.loader import get_template

from courses.questions import registry
from courses.questions.multiple_choice import type as multiple
from courses.questions.registry import question_type, question_types, types_in

FOLDERS = sorted(folder.parent.name for folder in Path(registry.__file__).parent.glob("*/type.py"))


def test_every_folder_is_a_type() -> None:
    assert list(question_types()) == FOLDERS


def test_a_type_is_found_in_the_module_that_defines_it_only() -> None:
    found = types_in(multiple.__name__, vars(multiple).values())
    assert [kind.name for kind in found] == ["multiple_choice"]
    assert types_in("elsewhere", vars(multiple).values()) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_every_type_has_its_template(name: str) -> None:
    assert get_template(question_type(name).template)


def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(KeyError):
        question_type("telepathy")
