from hypothesis import given
from hypothesis import strategies as st

from search.engines.base import MARK_END, MARK_START
from search.query.snippets import marked


def test_matches_are_marked() -> None:
    passage = f"a {MARK_START}county{MARK_END} line"
    assert marked(passage) == "a <mark>county</mark> line"


def test_the_text_itself_is_escaped() -> None:
    passage = f"<script>{MARK_START}<b>{MARK_END}&"
    assert marked(passage) == "&lt;script&gt;<mark>&lt;b&gt;</mark>&amp;"


def test_a_mark_that_is_never_closed_is_dropped() -> None:
    assert marked(f"a {MARK_START}b") == "a b"


@given(st.lists(st.sampled_from([MARK_START, MARK_END, "<", "a", "&", "<mark>"])))
def test_any_passage_gives_paired_marks_and_no_other_tag(parts: list[str]) -> None:
    html = marked("".join(parts))
    assert html.count("<mark>") == html.count("</mark>")
    assert "<" not in html.replace("<mark>", "").replace("</mark>", "")
