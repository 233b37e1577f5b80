"""Which words of a text become buttons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.glossary.marking import Entry, Marker

LINE = Entry(
    1, "County lines", ("County lines",), "A way to sell drugs.", "/glossary/county-lines/"
)
DEAL = Entry(2, "Line", ("Line",), "A phone number.", "/glossary/line/")
NRM = Entry(3, "NRM", ("NRM",), "A way to find victims.", "/glossary/nrm/")
ADVOCATE = Entry(4, "Young people's advocate", ("Young people's advocate",), "A helper.", "/a/")


def marked(html: str, *entries: Entry) -> list[str]:
    """The words that became buttons."""
    found = Marker(entries).mark(html).split('<button class="cg-term"')[1:]
    return [part.split(">", 1)[1].split("<")[0] for part in found]


def test_only_the_first_use_is_marked() -> None:
    assert marked("<p>County lines and county lines</p>", LINE) == ["County lines"]


def test_the_first_use_counts_over_all_pieces_of_a_page() -> None:
    marker = Marker([LINE])
    marker.mark("<p>county lines</p>")
    assert marker.mark("<p>county lines</p>") == "<p>county lines</p>"


def test_the_longest_term_wins() -> None:
    assert marked("<p>county lines</p>", DEAL, LINE) == ["county lines"]


def test_a_plural_is_the_same_word() -> None:
    assert marked("<p>Two lines</p>", DEAL) == ["lines"]


@pytest.mark.parametrize("text", ["online", "lineage", "line-up", "on-line", "underline_"])
def test_a_part_of_a_word_is_left_alone(text: str) -> None:
    assert marked(f"<p>{text}</p>", DEAL) == []


def test_letters_count_only_as_they_are_written() -> None:
    assert marked("<p>nrm</p>", NRM) == []
    assert marked("<p>an NRM form</p>", NRM) == ["NRM"]


def test_an_apostrophe_counts_however_it_is_written() -> None:
    assert marked("<p>a young people&#x27;s advocate</p>", ADVOCATE)
    assert marked("<p>a young people’s advocate</p>", ADVOCATE)


@pytest.mark.parametrize("tag", ["h2", "h3", "a", "button", "blockquote", "summary", "th", "svg"])
def test_headings_links_buttons_and_quotes_are_left_alone(tag: str) -> None:
    html = f"<{tag}>the <b>line</b></{tag}><p>a line</p>"
    result = Marker([DEAL]).mark(html)
    assert result.startswith(f"<{tag}>the <b>line</b></{tag}>")
    assert 'popovertarget="term-2">line</button>' in result


def test_attributes_and_drawings_come_through_untouched() -> None:
    html = '<svg viewBox="0 0 24 24"><path d="M1 1"/></svg><img alt="a line > line"><br>'
    assert Marker([DEAL]).mark(html) == html


def test_only_used_terms_get_a_meaning() -> None:
    marker = Marker([LINE, NRM])
    marker.mark("<p>an NRM form</p>")
    popovers = marker.popovers()
    assert 'id="term-3" popover' in popovers
    assert "term-1" not in popovers


def test_a_meaning_is_escaped() -> None:
    marker = Marker([Entry(5, "Tag <b>", ("tag",), "<script>", "/x/")])
    marker.mark("<p>tag</p>")
    assert "<script>" not in marker.popovers()


@given(st.text(alphabet="<>/\"'& lineacountys-p=!", max_size=80))
def test_whatever_the_text_nothing_is_lost(text: str) -> None:
    result = Marker([DEAL, LINE]).mark(text)
    for entry in (DEAL, LINE):
        opening = f'<button class="cg-term" type="button" popovertarget="{entry.anchor}">'
        before, found, after = result.partition(opening)
        result = before + after.replace("</button>", "", 1) if found else result
    assert result == text
