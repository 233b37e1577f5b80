from hub.pages.blocks import BodyBlock
from hub.pages.body import body_parts, sections


def body(*blocks: tuple[str, object]) -> object:
    return BodyBlock().to_python([{"type": kind, "value": value} for kind, value in blocks])


def test_two_equal_headings_get_different_anchors() -> None:
    parts = body_parts(body(("heading", "The law"), ("heading", "The law")))
    assert [part.anchor for part in parts] == ["the-law", "the-law-2"]


def test_a_heading_without_letters_still_gets_an_anchor() -> None:
    assert body_parts(body(("heading", "…")))[0].anchor == "section"


def test_a_heading_never_takes_the_anchor_of_the_whole_text() -> None:
    assert body_parts(body(("heading", "Content")))[0].anchor == "content-2"


def test_sections_gather_the_words_under_their_heading() -> None:
    value = body(
        ("paragraph", "<p>Before.</p>"),
        ("heading", "Signs"),
        ("warning_signs", {"title": "Look for", "items": ["Two phones"], "note": ""}),
    )
    first, second = sections(value)
    assert (first.anchor, first.text) == ("content", "Before.")
    assert (second.anchor, second.heading) == ("signs", "Signs")
    assert "Two phones" in second.text
