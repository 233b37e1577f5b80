"""Templates and styles agree, and obey the content policy."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "hub" / "static"
PAGES = sorted(file for file in (ROOT / "templates").rglob("*.html") if "email" not in file.parts)
# Files that people take away: the hub never serves them as pages, so no policy reaches them.
FILES = {"templates/mydata/copy.html", "templates/layouts/pdf.html"}
STYLED = set(re.findall(r"\.(cg-[\w-]+)", (STATIC / "css" / "hub.css").read_text(encoding="utf-8")))
ICONS = {file.stem for file in (STATIC / "icons").glob("*.svg")}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def classes(text: str) -> set[str]:
    """The cg- classes written out in full; those put together with a variable are left out."""
    found = re.findall(r'class="((?:[^"{]|{{.*?}}|{%.*?%})*)"', text)
    plain = re.sub(r"[\w-]*({{.*?}})[\w-]*", " ", re.sub(r"{%.*?%}", " ", " ".join(found)))
    return set(re.findall(r"(?<![\w-])cg-[\w-]*\w", plain))


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_every_class_of_ours_is_styled(file: Path) -> None:
    assert classes(file.read_text(encoding="utf-8")) - STYLED == set()


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_every_icon_named_is_shipped(file: Path) -> None:
    named = re.findall(r"""(?:icon=|{% icon )["']([\w-]+)["']""", file.read_text(encoding="utf-8"))
    assert set(named) - ICONS == set()


def test_every_icon_of_a_kind_is_shipped() -> None:
    named = [
        icon
        for own in ("hub", "courses", "search")
        for file in (ROOT / own).rglob("kinds.py")
        for icon in re.findall(r'icon="([\w-]+)"', file.read_text(encoding="utf-8"))
    ]
    assert set(named) - ICONS == set()


@pytest.mark.parametrize("file", [file for file in PAGES if name(file) not in FILES], ids=name)
def test_nothing_is_written_inline_that_the_content_policy_blocks(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=[\"']", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


def test_a_class_without_style_is_found() -> None:
    assert classes('<p class="cg-planted {% if a %}cg-other{% endif %} cg-tone--{{ tone }}">') == {
        "cg-planted",
        "cg-other",
    }
