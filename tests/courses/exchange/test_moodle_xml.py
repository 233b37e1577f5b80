"""Moodle XML as its exports have it."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from courses.exchange.drafts import Line, Refused
from courses.exchange.reading import read_questions

FILES = Path(__file__).parent / "files"


def lines_of(name: str) -> dict[str, Line]:
    report = read_questions(name, (FILES / name).read_bytes())
    return {line.name: line for line in report.lines}


def read(inner: str, kind: str = "multichoice", text: str = "What now?") -> Line:
    question = f'<questiontext format="html"><text>{escape(text)}</text></questiontext>{inner}'
    file = f'<quiz><question type="{kind}">{question}</question></quiz>'
    (line,) = read_questions("one.xml", file.encode()).lines
    return line


TWO = '<answer fraction="100"><text>A</text></answer><answer fraction="0"><text>B</text></answer>'
KINDS = {
    "Debt": "single_choice",
    "Pass on": "multiple_choice",
    "Consent": "true_false",
    "NRM": "short_text",
    "Hours": "number",
    "Words": "matching",
    "Dragged words": "matching",
    "The end": "reflection",
    "Order": "ordering",
    "Embedded": "gap_fill",
    "Chosen": "gap_fill",
    "Dragged": "gap_fill",
}


def test_every_type_becomes_one_of_ours() -> None:
    lines = lines_of("every_type.xml")
    assert {name: line.draft and line.draft.kind for name, line in lines.items()} == KINDS


def test_paragraphs_hints_and_tags_come_along() -> None:
    found = lines_of("every_type.xml")["Debt"].draft
    assert found is not None
    assert found.stem == "Who gains from a debt that grows?\n\nThink of one person."
    assert found.hint == "Look at who never pays.\n\nAsk who sets the price."
    assert list(found.tags) == ["County lines", "debt", "llŷr"]


NOTES = {
    "Debt": ["in Moodle it was 2", "put together into one"],
    "Pass on": ["ticking all earns everything"],
    "NRM": ["Capitals mattered"],
    "The end": ["hands in files"],
    "Order": ["all are asked here", "Part of the order"],
    "Embedded": ["Capitals", "Each gap counts the same", "single answers in gaps"],
    "Hours": [],
}


@pytest.mark.parametrize("name", NOTES)
def test_what_changes_on_the_way_is_noted(name: str) -> None:
    notes = lines_of("every_type.xml")[name].notes
    assert len(notes) == len(NOTES[name])
    assert all(said in note for said, note in zip(NOTES[name], notes, strict=True))


def test_gaps_are_written_as_an_editor_writes_them() -> None:
    found = lines_of("every_type.xml")["Embedded"].draft
    assert found is not None
    assert found.stem == "Fill in what comes first."
    assert found.written["text"] == (
        "In danger now? Ring [[999|50%:112]]. Tell [[social care]] "
        "[[~next week|the same day|50%:the next day]]. It is act [[2015]]."
    )


REASONS = {
    "Computed": "new numbers each time",
    "Text": "text without a question",
    "On a map": "answered on a picture",
    "Random": "drawn by chance",
    "Program": "A program",
    "Of a plug-in": "no type like “wordselect”",
    "No points": "what a good answer has",
    "Picture": "face.png",
    "Table": "a table",
    "None right": "None of its answers",
    "No CDATA": "without CDATA",
    "Two units": "several units",
    "Near number": "near ones too",
    "Several in a gap": "MULTIRESPONSE",
    "No answer for a gap": "Gap 2 has no answer",
    "Too much": "more than 100 per cent",
}


@pytest.mark.parametrize("name", REASONS)
def test_what_is_refused_says_why(name: str) -> None:
    line = lines_of("refused.xml")[name]
    assert line.draft is None
    assert REASONS[name] in " ".join(line.reasons)


def test_nothing_of_the_refused_file_gets_through() -> None:
    assert set(lines_of("refused.xml")) == set(REASONS)


LOST = ["<img src=x>", "<table></table>", "<video></video>", "<iframe></iframe>", "<math></math>"]


@pytest.mark.parametrize("html", [*LOST, r"\(x^2\)", "$$x$$", "<s>never</s>", "<input>"])
def test_what_plain_words_would_lose_is_refused(html: str) -> None:
    assert "which our questions can't show" in " ".join(read(TWO, text=f"What? {html}").reasons)


PLAIN: Sequence[tuple[str, str]] = [
    ("<p>One</p>\n<p>two</p>", "One\n\ntwo"),
    ("One<br>two<br/>three", "One\ntwo\nthree"),
    ("<ul><li>One</li><li><p>two</p></li></ul>", "- One\n- two"),
    ("<ol><li>One</li><li>two<ul><li>three</li></ul></li></ol>", "1. One\n2. two\n- three"),
    ("a&nbsp;b &amp; c&#8217;s", "a b & c’s"),
    ("10<sup>2</sup> H<sub>2</sub>O 5<sup>th</sup>", "10² H₂O 5th"),
    ("  a \n  b  ", "a b"),
    ("a<!-- unseen -->b<script>x</script>", "ab"),
    ('<a href="https://gov.uk/x">law</a>', "law (https://gov.uk/x)"),
    ("a < b and c > d & e", "a < b and c > d & e"),
    ("<div>a</div><div>b</div>", "a\n\nb"),
]


@pytest.mark.parametrize(("html", "words"), PLAIN)
def test_html_becomes_what_somebody_would_read(html: str, words: str) -> None:
    found = read(TWO, text=html).draft
    assert found is not None
    assert found.stem == words


DANGEROUS = [
    '<!DOCTYPE quiz [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
    '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
    '<!DOCTYPE quiz SYSTEM "http://example.org/a.dtd"><quiz></quiz>',
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_declarations_of_any_kind_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="declares a document type or entities"):
        read_questions("a.xml", f'<?xml version="1.0"?>{text}'.encode())


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(Refused, match="nested too deeply"):
        read_questions("a.xml", b"<quiz>" + b"<a>" * 100_000)


def test_broken_xml_says_in_which_line() -> None:
    with pytest.raises(Refused, match="line 2"):
        read_questions("a.xml", b"<quiz>\n<question></quiz>")


def test_other_xml_is_refused() -> None:
    with pytest.raises(Refused, match="not Moodle's"):
        read_questions("a.xml", b"<?xml version='1.0'?><svg></svg>")
