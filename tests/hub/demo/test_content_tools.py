"""The tools to take away as files."""

from pathlib import Path

import pytest

from tests.hub.demo.written_content import (
    AGENCIES,
    BLOCKS,
    FACT_LINK,
    NATIONS,
    TOOL_FILES,
    TOOLS,
    entries,
    known_ids,
    read_path,
    texts,
)


def test_every_tool_has_its_template() -> None:
    assert len(TOOLS) == 7
    assert [path.stem for path in TOOLS] == [path.stem for path in TOOL_FILES]


@pytest.mark.parametrize("path", TOOLS, ids=lambda path: path.stem)
class TestTool:
    def test_is_named_for_its_address_and_its_file(self, path: Path) -> None:
        page = read_path(path)
        assert (page["slug"], page["id"]) == (path.stem, f"tool-{path.stem}")

    def test_says_when_and_when_not_and_what_not_to_write(self, path: Path) -> None:
        page = read_path(path)
        assert all(page[f] for f in ("when_to_use", "when_not_to_use", "what_not_to_write"))
        assert all(page[f] for f in ("what_it_is_for", "how_long", "who_fills_it_in", "sources"))

    def test_rests_on_facts_that_are_there(self, path: Path) -> None:
        page = read_path(path)
        assert set(page["links"]) <= known_ids()
        linked = {fact for text in texts(page["body"]) for fact in FACT_LINK.findall(text)}
        assert linked <= set(page["links"])

    def test_uses_known_nations_agencies_themes_and_blocks(self, path: Path) -> None:
        page = read_path(path)
        assert set(page["nations"]) <= NATIONS
        assert set(page["audiences"]) <= AGENCIES
        assert set(page["themes"]) <= {fact.removeprefix("th-") for fact in entries("themes")}
        assert {kind for block in page["body"] for kind in block} <= BLOCKS
