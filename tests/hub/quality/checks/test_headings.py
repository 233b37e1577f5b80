"""Headings in order, with something below them, and none made of bold letters."""

from functools import partial
from typing import Any

import pytest

from hub.quality.enums import FindingKind
from tests.factories.quality import said

pytestmark = pytest.mark.django_db
said_of = partial(said, FindingKind.HEADINGS)
TEXT = ("paragraph", "<p>Ring the team.</p>")


def with_text(html: str, *, below: bool = True) -> list[tuple[str, Any]]:
    return [*([("heading", "First")] if below else [TEXT]), ("paragraph", html)]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ([("heading", "One"), ("heading", "Two"), TEXT], "Nothing stands below “One”."),
        ([TEXT, ("heading", "Last")], "Nothing stands below “Last”."),
        (
            [("heading", "One"), TEXT, ("heading", "one"), TEXT],
            "Two parts are called “one”.",
        ),
        (
            with_text("<h3>Small</h3><p>a</p>", below=False),
            "A smaller heading stands where no heading opened a part.",
        ),
        (with_text("<h3>Small</h3><p>a</p><h5>Smallest</h5>"), "A heading skips a level."),
        (
            with_text("<p><b>What to do</b></p><p>Ring.</p>"),
            "“What to do” looks like a heading, but is only bold.",
        ),
    ],
)
def test_what_is_out_of_order_is_named(body: list[tuple[str, Any]], what: str) -> None:
    assert said_of(body=body) == [what]


@pytest.mark.parametrize(
    "body",
    [
        [TEXT],
        [("heading", "One"), TEXT, ("heading", "Two"), TEXT],
        with_text("<h3>Small</h3><p>a</p><h4>Smaller</h4><p>b</p><h3>Small again</h3><p>c</p>"),
        with_text("<p><b>Ring 999 now.</b></p>"),
        with_text("<p><b>First</b>, ring the team.</p>"),
    ],
)
def test_what_is_in_order_is_left_in_peace(body: list[tuple[str, Any]]) -> None:
    assert said_of(body=body) == []
