"""Components, their README and the style guide tell the same."""

import re

import pytest

from hub.home.style_guide.examples import examples
from tests.frontend.documented import asked_names, documented, existing

DOCUMENTED = documented()
EXAMPLES = examples()
NAMES = sorted(existing() & set(DOCUMENTED) & set(EXAMPLES))
COMPONENTS = [name for name in NAMES if name.startswith("components/")]


def parts(context: dict[str, object]) -> set[str]:
    """Names that an example gives a value to; those of a block as "value.title"."""
    value = context.get("value")
    if isinstance(value, dict):
        return {f"value.{name}" for name in value}
    return {name for name, given in context.items() if given is not None}


def test_every_component_and_block_is_documented() -> None:
    assert existing() - set(DOCUMENTED) == set()


def test_every_component_and_block_is_in_the_style_guide() -> None:
    assert existing() - set(EXAMPLES) == set()


def test_nothing_is_documented_that_no_longer_exists() -> None:
    assert set(DOCUMENTED) - existing() == set()


def test_nothing_is_in_the_style_guide_that_no_longer_exists() -> None:
    assert set(EXAMPLES) - existing() == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_what_a_component_reads_is_what_is_documented(name: str) -> None:
    read = set().union(*(asked_names(name, context) for context in EXAMPLES[name].values()))
    assert read == DOCUMENTED[name].context


@pytest.mark.parametrize("name", NAMES)
def test_every_example_gives_what_is_required(name: str) -> None:
    required = DOCUMENTED[name].required - {"request"}
    lacking = [state for state, context in EXAMPLES[name].items() if not required <= parts(context)]
    assert lacking == []


@pytest.mark.parametrize("name", NAMES)
def test_no_example_gives_what_is_not_documented(name: str) -> None:
    known = DOCUMENTED[name].required | DOCUMENTED[name].optional
    given = set().union(*(parts(context) for context in EXAMPLES[name].values()))
    assert given - known == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_optional_name_is_shown_given_and_left_out(name: str) -> None:
    given = [parts(context) for context in EXAMPLES[name].values()]
    optional = DOCUMENTED[name].optional
    assert [part for part in optional if not any(part in one for one in given)] == []
    assert [part for part in optional if all(part in one for one in given)] == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_the_line_that_includes_a_component_gives_what_it_documents(name: str) -> None:
    section = DOCUMENTED[name]
    line = re.search(rf'{{% include "{name}"(.*?)%}}', section.text)
    assert line
    given = set(re.findall(r"(\w+)=", line.group(1)))
    assert given <= section.context


def test_a_name_that_a_component_reads_is_found() -> None:
    assert asked_names("components/card.html", {"title": "x"}) == {"title", "url", "text"}
