"""Words of a provision, as lines."""

import pytest

from hub.legislation.clml.reading import tree_of
from hub.legislation.clml.text import lines_of
from tests.factories.clml import NAMES


def lines(inner: str) -> list[tuple[int, str]]:
    text = f'<P1 {NAMES} id="section-1"><Pnumber>1</Pnumber><P1para>{inner}</P1para></P1>'
    return lines_of(tree_of([text.encode()]))


def numbered(level: int, number: str, inner: str) -> str:
    name = f"P{level}"
    return f"<{name}><Pnumber>{number}</Pnumber><{name}para>{inner}</{name}para></{name}>"


def test_subsections_and_paragraphs_stand_in_brackets_and_further_in() -> None:
    inner = numbered(2, "1", "<Text>A person who—</Text>" + numbered(3, "a", "<Text>knows</Text>"))
    assert lines(inner) == [(1, "(1) A person who—"), (2, "(a) knows")]


def test_numbers_that_follow_one_another_stand_before_the_first_words() -> None:
    assert lines(numbered(2, "1", numbered(3, "a", "<Text>knows</Text>"))) == [(2, "(1) (a) knows")]


def test_a_number_without_words_is_kept() -> None:
    assert lines(numbered(2, "3", "")) == [(1, "(3)")]


def test_the_file_may_say_how_a_number_is_written() -> None:
    number = '<Pnumber PuncBefore="" PuncAfter=".">4</Pnumber>'
    inner = f"<P2>{number}<P2para><Text>Words</Text></P2para></P2>"
    assert lines(inner) == [(1, "4. Words")]


@pytest.mark.parametrize(
    "inner",
    [
        'A <Citation URI="http://x" id="c1" Class="x">person</Citation> commits',
        '<CommentaryRef Ref="k"/>A <Addition CommentaryRef="k">person</Addition> commits',
        "A <Substitution>person</Substitution>\n\n\t\tcommits",
        'A <Term id="t">person</Term><FootnoteRef Ref="f"/> <Emphasis>commits</Emphasis>',
        'A<Character Name="EnSpace"/>person <Repeal/>commits',
    ],
)
def test_marks_of_editors_leave_the_words_as_they_are(inner: str) -> None:
    assert lines(f"<Text>{inner}</Text>") == [(0, "A person commits")]


def test_a_list_has_a_line_for_each_item() -> None:
    item = "<ListItem><Para><Text>{}</Text></Para></ListItem>"
    inner = f"<UnorderedList>{item.format('One')}{item.format('Two')}</UnorderedList>"
    assert [words for _level, words in lines(inner)] == ["• One", "• Two"]


def test_a_row_of_a_table_is_a_line() -> None:
    row = "<tr><th>Penalty</th><td><p>Five years</p></td></tr>"
    inner = f'<Tabular><table xmlns="http://www.w3.org/1999/xhtml">{row}</table></Tabular>'
    assert lines(inner) == [(0, "Penalty | Five years")]


def test_words_for_another_act_are_quoted() -> None:
    inner = (
        "<Text>Insert—</Text><BlockAmendment>"
        f"{numbered(2, '2A', '<Text>New.</Text>')}{numbered(2, '2B', '<Text>More.</Text>')}"
        "</BlockAmendment><AppendText>;</AppendText>"
    )
    assert [words for _level, words in lines(inner)] == [
        "Insert—",
        "“(2A) New.",
        "(2B) More.”",
        ";",
    ]


def test_words_beside_elements_that_nobody_foresaw_are_kept() -> None:
    assert lines("<Odd>Some <Odder>odd</Odder> words</Odd>") == [(0, "Some odd words")]


def test_formulas_are_said_in_a_line() -> None:
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>A</mi><mo>+</mo><mi>B</mi></math>'
    assert lines(f"<Formula>{math}</Formula>") == [(0, "A+B")]
