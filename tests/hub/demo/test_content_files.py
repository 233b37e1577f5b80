"""Every content file: what a typing slip would break."""

import re
from pathlib import Path

import pytest

from tests.hub.demo.written_content import (
    EVERY_FILE,
    FACT_LINK,
    RUNNER,
    TAG,
    WRITTEN_HERE,
    known_ids,
    lessons,
    read_path,
    texts,
)

TELEPHONE = re.compile(r"\b(0\d{3} \d{3,4}|116 \d{3})\b")


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.name)
def test_every_file_parses_to_a_mapping(path: Path) -> None:
    assert isinstance(read_path(path), dict)


@pytest.mark.parametrize("path", WRITTEN_HERE, ids=lambda path: path.name)
def test_no_page_shouts(path: Path) -> None:
    assert [text for text in texts(read_path(path)) if "!" in text] == []


@pytest.mark.parametrize(
    "path", [path for path in WRITTEN_HERE if "courses" not in path.parts], ids=lambda p: p.name
)
def test_nobody_is_called_a_runner(path: Path) -> None:
    assert [text for text in texts(read_path(path)) if RUNNER.search(text)] == []


def test_only_the_lesson_about_words_names_the_label_to_avoid() -> None:
    using = [
        lesson["id"]
        for lesson in lessons()
        if any(RUNNER.search(TAG.sub("", text)) for text in texts(lesson["body"]))
    ]
    assert using == ["le-cl-2"]


@pytest.mark.parametrize("path", WRITTEN_HERE, ids=lambda path: path.name)
def test_every_link_in_a_text_leads_to_a_fact(path: Path) -> None:
    linked = {fact for text in texts(read_path(path)) for fact in FACT_LINK.findall(text)}
    assert linked - known_ids() == set()


@pytest.mark.parametrize("path", WRITTEN_HERE, ids=lambda path: path.name)
def test_texts_use_only_simple_tags(path: Path) -> None:
    used = {tag for text in texts(read_path(path)) for tag in TAG.findall(text)}
    assert used <= {"p", "ul", "ol", "li", "b", "i", "a"}


def test_a_page_that_prints_a_telephone_number_says_when_it_was_checked() -> None:
    pages = {
        path.stem: " ".join(texts(read_path(path)))
        for path in WRITTEN_HERE
        if path.parent.name in ("guidance", "courses")
    }
    printing = {name for name, page in pages.items() if TELEPHONE.search(page)}
    assert printing
    assert {name for name in printing if not re.search(r"checked on \d", pages[name])} == set()
