"""The built look: our own brand, our own fonts, our own host."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "hub" / "static"
CSS = (STATIC / "css" / "hub.css").read_text(encoding="utf-8")
SHIPPED = sorted(
    file for file in STATIC.rglob("*") if file.suffix in {".css", ".js", ".svg", ".json", ".html"}
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# A link that a person may press is no request; what a page loads by itself is.
LOADS = re.compile(r"""(?:src|srcset|data|poster|action)=["'](?:https?:)?//|@import|url\(["']?//""")
LINK_TAG = re.compile(r"""<link[^>]+href=["'](?:https?:)?//""")
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize("trace", ["#1d70b8", "#1a65a6", "#0f7a52", "#ffdd00", "#fd0", "transport"])
def test_no_trace_of_another_brand_is_in_the_styles(trace: str) -> None:
    assert trace not in CSS.lower()


def test_no_crown_crest_or_government_font_is_shipped() -> None:
    names = [file.name.lower() for file in STATIC.rglob("*")]
    assert [name for name in names if re.search(r"crown|crest|gds|transport", name)] == []


def test_only_the_two_open_fonts_are_shipped() -> None:
    families = {file.name.split("-latin")[0] for file in (STATIC / "fonts").glob("*.woff2")}
    assert families == {"source-serif-4", "atkinson-hyperlegible-next"}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_a_shipped_file_names_no_other_host(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace(NAMESPACE, "")
    drawings = re.sub(r'url\(["\']?data:[^)]*\)', "", text)
    assert not re.search(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", drawings)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_loads_nothing_from_another_host(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not LOADS.search(text)
    assert not LINK_TAG.search(text)


def test_every_font_and_picture_the_styles_ask_for_is_shipped() -> None:
    asked = re.findall(r'url\(["\']?(\.\./[^)"\']+)', CSS)
    assert asked
    assert [path for path in asked if not (STATIC / "css" / path).is_file()] == []


@pytest.mark.parametrize("letter", "ŵŷâêîôûïŴŶ")
def test_welsh_letters_lie_within_the_fonts_ranges(letter: str) -> None:
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", CSS)
    assert any(int(a, 16) <= ord(letter) <= int(b or a, 16) for a, b in ranges)


def test_the_lock_file_holds_no_download_address() -> None:
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert not re.search(r'"resolved"|\.tgz', lock)
