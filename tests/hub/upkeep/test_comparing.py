"""What differs between two versions is shown in words, part by part."""

import pytest

from hub.guidance.models import GuidancePage
from hub.upkeep.comparing import compare
from tests.factories import pages
from tests.factories.upkeep import publish

pytestmark = pytest.mark.django_db


def versions(page: GuidancePage) -> list[GuidancePage]:
    return [row.as_object() for row in page.revisions.order_by("pk")]


def test_a_word_that_changed_is_shown_in_its_part() -> None:
    page = publish(pages.guidance(title="Cuckooing", summary="Tell the council"))
    before, after = versions(publish(page, summary="Tell the police"))
    (part,) = compare(before, after)
    assert part.heading == "Summary"
    assert [(piece.kind, piece.text) for piece in part.pieces] == [
        ("same", "Tell the "),
        ("removed", "council"),
        ("added", "police"),
    ]


def test_the_same_words_have_no_difference() -> None:
    page = publish(pages.guidance())
    before, after = versions(publish(page))
    assert compare(before, after) == []


def test_why_it_is_withdrawn_is_a_part() -> None:
    page = publish(pages.guidance())
    before, after = versions(publish(page, withdrawn_because="The scheme has ended."))
    assert [part.heading for part in compare(before, after)] == ["Why it is withdrawn"]


def test_a_part_that_went_comes_last_and_is_shown_as_removed() -> None:
    page = publish(
        pages.term("Cuckooing", definition="Taking over a home", difference_note="No squat")
    )
    before, after = versions(publish(page, difference_note="", definition="Using a home"))
    last = compare(before, after)[-1]
    assert {piece.kind for piece in last.pieces} == {"removed"}
