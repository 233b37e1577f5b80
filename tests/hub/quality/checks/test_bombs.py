"""No text makes an editor or the sweep wait: what stands in it, and however much of it."""

from time import perf_counter

import pytest

from hub.quality.checks import page_findings
from hub.quality.checks.every import MOST_CHARACTERS
from hub.quality.enums import FindingKind
from tests.factories import pages
from tests.factories.quality import found

pytestmark = pytest.mark.django_db
MOST_SECONDS = 5
# Without a space, so that no step of a search may begin anew at each letter.
MANY = 150_000


def seconds_for(texts: list[str]) -> float:
    """As in the editor: the page is looked at and not saved."""
    page = pages.guidance(summary="Short.")
    page.body = [("paragraph", text) for text in texts]
    began = perf_counter()
    page_findings(page)
    return perf_counter() - began


@pytest.mark.parametrize(
    "bomb",
    [
        "A" * MANY,
        "a" * MANY,
        "Aa " * (MANY // 3),
        "A and of " * (MANY // 9),
        "ABC " * (MANY // 4),
        "word " * (MANY // 5),
        "." * MANY,
        ". ”” " * (MANY // 5),
        "section 1 to " * (MANY // 13),
        "www." * (MANY // 4),
        "07" * (MANY // 2),
        "a@" * (MANY // 2),
        "(A" * (MANY // 2),
        "in order " * (MANY // 9),
        "&lt;a " * (MANY // 6),
        "<p><b>" * (MANY // 6),
        '<a href="x">' * (MANY // 12),
        "<h2" * (MANY // 3),
        "</p>" * (MANY // 4),
        "<" * MANY,
    ],
    ids=lambda bomb: bomb[:12],
)
def test_a_long_text_takes_a_bounded_time(bomb: str) -> None:
    assert seconds_for([bomb]) < MOST_SECONDS


def test_ever_more_acts_and_letters_take_a_bounded_time() -> None:
    names = " ".join(f"The A{chr(97 + n % 26)}b Act {1000 + n % 9000}" for n in range(8000))
    assert seconds_for([f"<p>{names}</p>"]) < MOST_SECONDS


def test_thousands_of_blocks_take_a_bounded_time() -> None:
    assert seconds_for(["<p>Ring the team.</p>"] * 3000) < MOST_SECONDS


def test_what_stands_beyond_the_most_is_not_looked_at() -> None:
    room = "x" * (MOST_CHARACTERS - 1000)
    body = [("paragraph", f"<p>{room}</p>"), ("paragraph", "<p>" + "y" * 2000 + "</p>")]
    page = pages.guidance(summary="x", body=[*body, ("paragraph", "<p>Kai, 14, was there.</p>")])
    assert found(page, FindingKind.DETAILS) == []
