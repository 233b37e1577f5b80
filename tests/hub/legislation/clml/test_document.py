"""What a file says of its law, its provisions and their days."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest

from hub.legislation.clml.document import Document, document_of
from hub.legislation.clml.provisions import Text
from hub.legislation.clml.reading import tree_of
from hub.legislation.clml.refusal import Refused
from hub.legislation.enums import TextStatus
from tests.factories.clml import ITEM, as_passed, clml, part, schedule, section


def root_of(text: str) -> Element:
    return tree_of([text.encode()])


def read(text: str) -> Document:
    return document_of(root_of(text))


def texts(*body: str, **given: str) -> list[Text]:
    return list(read(clml(*body, **given)).texts)


def only(*body: str, **given: str) -> Text:
    (text,) = texts(*body, **given)
    return text


def refusal(text: str) -> str:
    with pytest.raises(Refused) as refused:
        read(text)
    return str(refused.value)


def test_an_act_is_known_by_its_address_title_and_days() -> None:
    act = read(clml(section("1")))
    assert (act.item, act.title, act.year, act.number) == (ITEM, "Made Up Act 2021", 2021, "990")
    assert (act.passed_on, act.modified_on) == (date(2021, 3, 1), date(2026, 6, 1))


@pytest.mark.parametrize("item", ["asp/2021/9", "nia/2021/3", "anaw/2016/1", "asc/2021/2"])
def test_acts_of_every_parliament_are_taken(item: str) -> None:
    assert read(clml(section("1", item=item), item=item)).texts[0].path == "section/1"


@pytest.mark.parametrize("item", ["uksi/2021/9", "wsi/2021/3", "ssi/2021/1", "nisr/2021/2"])
def test_instruments_have_regulations(item: str) -> None:
    body = section("5", unit="regulation", item=item)
    assert read(clml(body, item=item, kind="Secondary")).texts[0].path == "regulation/5"


def test_a_year_of_a_reign_takes_two_steps() -> None:
    item = "ukpga/Eliz2/1-2/14"
    assert read(clml(section("1", item=item), item=item)).item == item


def test_welsh_is_told_from_english() -> None:
    assert read(clml(section("1"), language="cy")).language == "cy"
    assert read(clml(section("1"))).language == "en"


def test_the_part_that_was_asked_for_is_known() -> None:
    assert read(clml(section("45"), asked="section/45/2019-01-01")).part == "section/45"
    assert read(clml(section("45"), asked="body")).part == "body"
    assert read(clml(section("45"), asked="2019-01-01")).part == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<a/>", "not of legislation.gov.uk"),
        ("<Legislation/>", "not of legislation.gov.uk"),
        (clml().replace("<Primary><Body></Body></Primary>", "<Contents/>"), "contents only"),
        (clml().replace("Primary>", "EURetained>"), "European Union"),
        (clml(section("1"), doc_status="draft"), "a draft"),
        (clml(), "no provision"),
        (
            clml(section("1")).replace("http://www.legislation.gov.uk/", "http://x.example/"),
            "not of",
        ),
        (clml(section("1"), item="ukdsi/2021/9"), "which law it is"),
        (clml(section("1")).replace("ukm:Metadata", "ukm:Data"), "no metadata"),
        (clml(section("1"), modified="yesterday"), "“yesterday” of dc:modified is no date"),
        (clml(section("1", start="2021-13-45")), "“2021-13-45” of P1group is no date"),
    ],
)
def test_what_holds_no_law_is_refused_by_name(text: str, why: str) -> None:
    assert why in refusal(text)


def test_a_last_day_is_the_day_before_the_next_text() -> None:
    """The file names the first day on which a text no longer stood."""
    text = only(section("1", start="2022-01-01", end="2023-01-01"))
    assert (text.valid_from, text.valid_to) == (date(2022, 1, 1), date(2022, 12, 31))


def test_the_days_of_a_part_are_not_those_of_its_sections() -> None:
    """A part is another whenever anything in it is."""
    text = only(part("1", section("1"), start="2026-01-01", end="2027-01-01"))
    assert (text.valid_from, text.valid_to) == (None, None)


def test_nor_are_the_days_of_the_act() -> None:
    assert only(section("1"), valid="2026-01-01").valid_from is None


def test_what_waits_to_start_waits_without_a_day() -> None:
    text = only(section("1", status="Prospective"))
    assert (text.status, text.valid_from) == (TextStatus.PROSPECTIVE, None)


def test_sections_of_a_repealed_part_are_repealed_with_it() -> None:
    text = only(part("1", section("1"), status="Repealed", start="2024-05-01"))
    assert (text.status, text.valid_from) == (TextStatus.REPEALED, date(2024, 5, 1))


def test_a_repealed_text_with_a_last_day_stood_until_then() -> None:
    before, after = texts(section("1", status="Repealed", start="2022-01-01", end="2024-05-01"))
    assert (before.status, before.valid_to) == (TextStatus.IN_FORCE, date(2024, 4, 30))
    assert (after.status, after.valid_from) == (TextStatus.REPEALED, date(2024, 5, 1))
    assert after.lines == ()


def test_what_was_repealed_before_it_started_never_was_in_force() -> None:
    before, after = texts(section("1", status="Discarded", end="2024-05-01"))
    assert (before.status, after.status) == (TextStatus.PROSPECTIVE, TextStatus.DISCARDED)


def test_a_status_that_nobody_knows_is_left_out_and_named() -> None:
    document = read(clml(section("1"), section("2", status="Suspended")))
    assert [text.path for text in document.texts] == ["section/1"]
    assert document.left_out == ("section/2 has the unknown status “Suspended”",)


def test_a_text_that_ends_before_it_starts_is_left_out_and_named() -> None:
    document = read(clml(section("1"), section("2", start="2024-05-01", end="2022-01-01")))
    assert document.left_out == ("section/2 ends before it starts",)


def test_a_text_of_no_day_never_stood() -> None:
    document = read(clml(section("1"), section("2", start="2024-05-01", end="2024-05-01")))
    assert [text.path for text in document.texts] == ["section/1"]
    assert document.left_out == ()


def test_the_nearest_extent_counts() -> None:
    found = texts(part("1", section("1"), section("2", extent="S+N.I."), extent="E+W+S"))
    assert [text.extent for text in found] == ["EWS", "SN"]


def test_the_extent_of_the_act_holds_where_nothing_else_is_said() -> None:
    assert only(section("1")).extent == "EW"


def test_texts_for_other_nations_beside_the_body_are_taken() -> None:
    other = f'<Version id="v1">{section("1", "As in Scotland.", extent="S")}</Version>'
    found = texts(section("1", "As in England.", extent="E+W"), versions=other)
    assert [(text.path, text.extent) for text in found] == [("section/1", "EW"), ("section/1", "S")]


def test_a_section_knows_its_part() -> None:
    assert only(part("4", section("30"))).within == "part/4"


def test_a_schedule_has_its_own_text_and_paragraphs_of_their_own() -> None:
    paragraph = section("3", "Kidnapping.", unit="schedule/4/paragraph", title="Common law")
    table = (
        '<Tabular><table xmlns="http://www.w3.org/1999/xhtml"><tbody>'
        "<tr><td>One</td><td>Two</td></tr></tbody></table></Tabular>"
    )
    own, inner = texts(schedules=schedule("4", paragraph, table, start="2015-07-31"))
    assert (own.path, own.heading, own.lines) == (
        "schedule/4",
        "Offences left out",
        ((0, "One | Two"),),
    )
    assert (inner.path, inner.within, inner.lines) == (
        "schedule/4/paragraph/3",
        "schedule/4",
        ((0, "Kidnapping."),),
    )


def test_what_stands_in_no_numbered_paragraph_of_a_schedule_is_its_own() -> None:
    group = "<P1group><Title>Form</Title><P><Text>I promise.</Text></P></P1group>"
    (own,) = texts(schedules=schedule("4", group))
    assert own.lines == ((0, "Form"), (0, "I promise."))


def test_the_days_of_a_schedule_are_not_those_of_its_paragraphs() -> None:
    paragraph = section("1", unit="schedule/4/paragraph")
    own, inner = texts(schedules=schedule("4", paragraph, start="2015-07-31"))
    assert (own.valid_from, inner.valid_from) == (date(2015, 7, 31), None)


def test_sections_that_are_put_into_other_acts_are_none_of_this_one() -> None:
    quoted = f"<Text>Insert—</Text><BlockAmendment>{section('9A', 'New words.')}</BlockAmendment>"
    text = only(section("9", inner=quoted))
    assert text.path == "section/9"
    assert text.lines[0] == (0, "Insert—")
    assert [words for _level, words in text.lines[1:]] == ["“The offence", "9A New words.”"]


def test_nor_are_those_that_stand_in_no_section_of_it() -> None:
    quoted = f"<BlockAmendment>{section('9A', 'New words.')}</BlockAmendment>"
    found = texts(schedules=schedule("4", f"<P><Text>Insert—</Text>{quoted}</P>"))
    assert [text.path for text in found] == ["schedule/4"]


def test_as_passed_says_nothing_of_what_is_in_force() -> None:
    (text,) = read(as_passed(section("1"))).texts
    assert (text.status, text.valid_from, text.extent) == (TextStatus.AS_PASSED, None, "")


def test_a_section_without_an_address_is_known_by_its_id() -> None:
    text = clml(section("7")).replace(
        f' IdURI="http://www.legislation.gov.uk/id/{ITEM}/section/7"', ""
    )
    assert read(text).texts[0].path == "section/7"


def test_one_without_either_is_left_out_and_named() -> None:
    bare = "<P1><Pnumber>8</Pnumber><P1para><Text>Words.</Text></P1para></P1>"
    assert read(clml(section("1"), bare)).left_out == ("“8” has no address",)


def test_notes_of_amendment_belong_to_the_sections_that_point_at_them() -> None:
    words = "<Para><Text>S. 1 in force at 1.1.2022</Text></Para>"
    note = f'<Commentary id="key-9" Type="I">{words}</Commentary>'
    document = read(clml(section("1", ref="key-9"), section("2"), commentaries=note))
    assert [text.notes for text in document.texts] == [("key-9",), ()]
    assert document.notes["key-9"] == ("I", "S. 1 in force at 1.1.2022")


def test_a_file_of_a_past_day_speaks_of_the_days_of_its_version_only() -> None:
    document = read(clml(section("1"), days={"start": "2019-01-01", "end": "2020-01-01"}))
    assert document.known_to == date(2019, 12, 31)


def test_a_file_of_today_speaks_of_the_day_it_was_changed() -> None:
    assert read(clml(section("1"))).known_to == date(2026, 6, 1)
