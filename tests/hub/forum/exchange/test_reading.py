from datetime import date, timedelta

import pytest
from django.utils import timezone

from hub.core.text_files import NoText
from hub.forum.exchange.drafts import COLUMNS, FEW_COLUMNS, LARGEST, MOST_ROWS, DraftPoll, Report
from hub.forum.exchange.reading import read_threads

pytestmark = pytest.mark.django_db
HEAD = ",".join(FEW_COLUMNS)
ASKED = "1,Who refers?,mapping,2026-03-01,,,Nobody knows."
TOMORROW = timezone.localdate() + timedelta(days=1)


def read(*rows: str, head: str = HEAD, known: set[tuple[str, str]] | None = None) -> Report:
    return read_threads("\n".join([head, *rows]).encode(), known or set())


def problems(*rows: str) -> list[str]:
    return [problem for line in read(*rows).lines for problem in line.problems]


def test_rows_of_one_thread_make_one_thread() -> None:
    report = read(ASKED, "1,,,2026-03-02,yes,,Thanks.", "2,Second?,,2026-03-01,,,Words.")
    assert [len(thread.posts) for thread in report.threads] == [2, 1]
    assert report.refused == 0


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1,,,2026-03-01,,,Words.", "needs a title"),
        (",Who?,,2026-03-01,,,Words.", "which thread it belongs to"),
        ("1,Who?,,2026-03-01,,,", "no text"),
        ("1,Who?,nothing,2026-03-01,,,Words.", "No theme is called nothing"),
        ("1,Who?,,1 March,,,Words.", "must look like 2026-03-31"),
        (f"1,Who?,,{TOMORROW},,,Words.", "in the future"),
        ("1,Who?,,2026-03-01,,perhaps,Words.", "are yes or empty"),
        ("1,Who?,,2026-03-01,,yes,Words.", "neither accepted"),
        ("1,TOP SECRET,,2026-03-01,,,Words.", "marked SECRET"),
        (f"1,{'long' * 40},,2026-03-01,,,Words.", "longer than 150"),
        (f"1,Who?,,2026-03-01,,,{'long' * 5001}", "longer than 20000"),
        ("1,Who?", "hasn't as many columns"),
    ],
)
def test_each_row_says_what_is_wrong_with_it(row: str, problem: str) -> None:
    found = problems(row)
    assert len(found) == 1
    assert problem in found[0]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1,Again?,,2026-03-01,,,Words.", "Only the first row"),
        (ASKED.replace("1,", "2,", 1), "in the space already"),
    ],
)
def test_a_later_row_has_to_go_with_those_above(row: str, problem: str) -> None:
    assert problem in problems(ASKED, row)[0]


POLL = '1,poll,Which day?,,2026-03-01,,,"Tue\nThu",yes,2026-04-01,,,,,Words.'
EVENT = "1,event,Open day,,2026-03-01,,,,,,2026-05-01 09:30,2026-05-01 11:00,Hall,,Words."


def whole(*rows: str) -> Report:
    return read(*rows, head=",".join(COLUMNS))


def test_a_poll_and_an_event_come_with_what_stands_beside_their_text() -> None:
    report = whole(POLL, EVENT.replace("1,", "2,", 1))
    assert report.refused == 0
    assert report.threads[0].poll == DraftPoll(["Tue", "Thu"], True, date(2026, 4, 1))
    assert report.threads[1].event.place == "Hall"
    assert f"{timezone.localtime(report.threads[1].event.starts_at):%H:%M}" == "09:30"


@pytest.mark.parametrize(
    ("row", "change", "problem"),
    [
        (POLL, ("poll", "vote"), "one of: question, discussion"),
        (POLL, ("\nThu", ""), "two to ten"),
        (POLL, ("Thu", "Thu" * 60), "below 150"),
        (POLL, ("yes", "perhaps"), "is yes or empty"),
        (POLL, ("2026-04-01", "April"), "must look like"),
        (POLL, ("2026-04-01", "2099-04-01"), "more than a year ahead"),
        (POLL, ("poll", "discussion"), "belong to a poll alone"),
        (EVENT, ("event", "question"), "belong to an event alone"),
        (EVENT, ("09:30", "9 o'clock"), "at times like"),
        (EVENT, ("09:30", "11:00"), "ends after it starts"),
        (EVENT, ("Hall", ""), "a place or a link"),
        (EVENT, ("Hall", "Hall" * 51), "longer than 200"),
        (EVENT, ("Hall,", "Hall,javascript:alert(1)"), "no address"),
        (EVENT, ("Hall,", f"Hall,https://a.example/{'a' * 200}"), "no address"),
    ],
)
def test_each_row_says_what_is_wrong_beside_its_text(
    row: str, change: tuple[str, str], problem: str
) -> None:
    found = [said for line in whole(row.replace(*change, 1)).lines for said in line.problems]
    assert len(found) == 1
    assert problem in found[0]


def test_only_a_question_has_an_accepted_answer() -> None:
    report = whole(EVENT, "1,,,,2026-03-02,,yes,,,,,,,,Words.")
    assert report.lines[1].problems == ["Only a question has an accepted answer."]


def test_a_reply_has_no_answers_to_choose_from() -> None:
    report = whole(POLL, "1,,,,2026-03-02,,,Yes,,,,,,,Words.")
    assert "Only the first row" in report.lines[1].problems[0]


def test_an_answer_or_a_place_that_could_point_at_a_person_is_marked() -> None:
    rows = (POLL.replace("Thu", "Ring 07700 900123"), EVENT.replace("Hall", "07700 900123"))
    assert [bool(whole(row).lines[0].findings) for row in rows] == [True, True]


def test_a_post_may_be_older_than_the_one_above_it_as_after_a_merger() -> None:
    assert read(ASKED, "1,,,2026-02-01,,,Words.").refused == 0


def test_two_answers_are_not_both_accepted() -> None:
    answer = "1,,,2026-03-01,,yes,Words."
    assert problems(ASKED, answer, answer) == ["Another answer of this thread is accepted already."]


def test_a_thread_does_not_go_on_further_down() -> None:
    other = "2,Second?,,2026-03-01,,,Words."
    assert "must stand together" in problems(ASKED, other, "1,Third?,,2026-03-01,,,More.")[0]


def test_a_question_that_is_there_is_refused() -> None:
    assert read(ASKED, known={("Who refers?", "Nobody knows.")}).refused == 1


def test_what_could_point_at_a_person_is_marked_with_its_row() -> None:
    report = read(ASKED, "1,,,2026-03-02,,,Ring 07700 900123.")
    assert [bool(line.findings) for line in report.lines] == [False, True]
    assert report.lines[1].quotes == "“07700 900123”"


def test_a_cell_comes_back_without_the_sign_that_kept_it_from_being_a_formula() -> None:
    report = read("1,Who?,,2026-03-01,,,'=1+1")
    assert report.threads[0].posts[0].body == "=1+1"


def test_a_spreadsheet_may_part_its_cells_with_semicolons() -> None:
    report = read("1;Who?;;2026-03-01;;;Words.", head=HEAD.replace(",", ";"))
    assert report.threads[0].title == "Who?"


def test_letters_that_had_to_be_guessed_are_noted() -> None:
    content = "\n".join([HEAD, "1,Café?,,2026-03-01,,,Words."]).encode("cp1252")
    report = read_threads(content, set())
    assert report.threads[0].title == "Café?"
    assert "isn't UTF-8" in report.notes[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"PK\x03\x04...", "workbook"),
        (b"a\x00b", "no text file"),
        (b"\x81\x8d", "letters can't be read"),
        (b"who,what\n1,2", "The first row must be"),
        (f'{HEAD}\n1,"Who?'.encode(), "no sound CSV"),
        (f'{HEAD}\n1,"{"a" * 200_000}",,,,,x'.encode(), "no sound CSV"),
        (HEAD.encode(), "no row"),
        (b"a" * (LARGEST + 1), "larger than 2 MB"),
        (f"{HEAD}\n{'1,,,,,,' * 1}x\n".encode() + b"1,,,,,,x\n" * MOST_ROWS, "more than 1000 rows"),
    ],
    ids=lambda part: str(part)[:12],
)
def test_a_file_that_is_no_table_of_threads_is_refused_whole(content: bytes, reason: str) -> None:
    with pytest.raises(NoText, match=reason):
        read_threads(content, set())
