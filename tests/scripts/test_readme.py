"""The pictures of the README: there, light, and said in words."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PICTURES = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
MOST_BYTES = 150_000


def test_the_readme_shows_every_picture_that_is_kept() -> None:
    kept = {f"docs/images/{file.name}" for file in (ROOT / "docs" / "images").iterdir()}
    assert kept == {file for _words, file in PICTURES}


@pytest.mark.parametrize(("words", "file"), PICTURES, ids=lambda part: Path(part).stem[:20])
def test_a_picture_is_light_and_says_what_it_shows(words: str, file: str) -> None:
    assert (ROOT / file).stat().st_size <= MOST_BYTES
    assert words.strip()
