"""A table of threads, row by row. Nothing is saved here."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.core.one_line import shortened, without_turns
from hub.core.personal_details.checking import check_text
from hub.core.spreadsheets import text_of_cell
from hub.core.text_files import NoText, text_of
from hub.forum.enums import ThreadKind
from hub.forum.exchange.besides import (
    OF_EVENTS,
    OF_POLLS,
    event_of,
    kind_of,
    poll_of,
    words_of,
)
from hub.forum.exchange.drafts import (
    COLUMNS,
    FEW_COLUMNS,
    LARGEST,
    MOST_ROWS,
    DraftPost,
    DraftThread,
    Line,
    Report,
)
from hub.forum.models.post import LONGEST_BODY
from hub.pages.secret_markings import refuse_secret_heading
from hub.taxonomy.models import Theme

LONGEST_TITLE = 150
Row = dict[str, str]
OF_FIRST_ROWS = ("kind", "title", "themes", *OF_POLLS, *OF_EVENTS)
ANSWERS = {"": False, "no": False, "yes": True}


def read_threads(content: bytes, known: set[tuple[str, str]]) -> Report:
    """What would come of each row. `known` are titles and texts of questions that are there.

    Raises NoText where the file as a whole can't be read.
    """
    if len(content) > LARGEST:
        raise NoText(_("The file is larger than %(n)d MB. Split it.") % {"n": LARGEST // 1024**2})
    text, guessed = text_of(content)
    reader = Reader(known)
    for number, row in rows_in(text):
        reader.take(number, row)
    if not reader.report.lines:
        raise NoText(_("There is no row below the headings."))
    if guessed:
        reader.report.notes.append(_("The file isn't UTF-8. Look whether all letters are right."))
    return reader.report


def rows_in(text: str) -> Iterator[tuple[int, list[str] | Row]]:
    """Each row by its columns with its number in a spreadsheet; a list where it has too many."""
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    table = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        names = [cell.strip().casefold() for cell in next(table)]
        if names not in (list(COLUMNS), list(FEW_COLUMNS)):
            raise NoText(_("The first row must be: %(names)s.") % {"names": ", ".join(COLUMNS)})
        for number, cells in enumerate(table, start=2):
            if number > MOST_ROWS + 1:
                raise NoText(_("The file has more than %(n)d rows. Split it.") % {"n": MOST_ROWS})
            if any(cells):
                yield number, row_of(names, cells)
    except csv.Error as error:
        raise NoText(_("This is no sound CSV file.")) from error


def row_of(names: Sequence[str], cells: list[str]) -> list[str] | Row:
    if len(cells) != len(names):
        return cells
    return dict.fromkeys(COLUMNS, "") | dict(zip(names, map(text_of_cell, cells), strict=True))


class Reader:
    """Takes row after row; a row is a question where its thread is another than the last one's."""

    def __init__(self, known: set[tuple[str, str]]) -> None:
        self.known = set(known)
        self.themes = {theme.slug: theme for theme in Theme.objects.all()}
        self.report = Report([], [])
        self.names: set[str] = set()
        self.name = ""

    def take(self, number: int, row: list[str] | Row) -> None:
        line = Line(number, "")
        self.report.lines.append(line)
        if isinstance(row, list):
            line.problems.append(_("It hasn't as many columns as the first row."))
            return
        line.name = shortened(row["title"] or row["text"])
        post = self.post_of(row, line)
        name = row["thread"].strip()
        if not name:
            line.problems.append(_("The first column must say which thread it belongs to."))
        elif name != self.name or not self.report.threads:
            self.open_thread(name, row, post, line)
        else:
            self.add_reply(row, post, line)
        check = check_text("\n".join([row["title"], *words_of(row), row["text"]]))
        line.findings, line.quotes = check.findings, check.quotes if check.findings else ""

    def open_thread(self, name: str, row: Row, post: DraftPost, line: Line) -> None:
        if name in self.names:
            line.problems.append(_("The rows of a thread must stand together."))
        self.names.add(name)
        self.name = name
        title = without_turns(" ".join(row["title"].split()))
        line.problems += title_problems(title)
        if post.is_accepted or post.by_asker:
            line.problems.append(
                _("The first row of a thread is neither accepted nor by its asker.")
            )
        if (title, post.body) in self.known:
            line.problems.append(_("It is in the space already."))
        self.known.add((title, post.body))
        thread = DraftThread(
            kind=kind_of(row, line.problems),
            title=title,
            themes=self.themes_of(row["themes"], line),
            posts=[post],
        )
        if thread.kind == ThreadKind.POLL:
            thread.poll = poll_of(row, line.problems)
        if thread.kind == ThreadKind.EVENT:
            thread.event = event_of(row, line.problems)
        self.report.threads.append(thread)

    def add_reply(self, row: Row, post: DraftPost, line: Line) -> None:
        thread = self.report.threads[-1]
        posts = thread.posts
        if any(row[name].strip() for name in OF_FIRST_ROWS):
            first_alone = _("Only the first row of a thread says its kind, title, themes and more.")
            line.problems.append(first_alone)
        if post.is_accepted and thread.kind != ThreadKind.QUESTION:
            line.problems.append(_("Only a question has an accepted answer."))
        if post.is_accepted and any(earlier.is_accepted for earlier in posts):
            line.problems.append(_("Another answer of this thread is accepted already."))
        posts.append(post)

    def themes_of(self, cell: str, line: Line) -> Sequence[Theme]:
        slugs = list(dict.fromkeys(filter(None, (part.strip() for part in cell.split(";")))))
        unknown = [slug for slug in slugs if slug not in self.themes]
        if unknown:
            line.problems.append(_("No theme is called %(n)s.") % {"n": shortened(unknown[0])})
        return [self.themes[slug] for slug in slugs if slug in self.themes]

    def post_of(self, row: Row, line: Line) -> DraftPost:
        body = row["text"]
        if not body.strip():
            line.problems.append(_("It has no text."))
        if len(body) > LONGEST_BODY:
            line.problems.append(_("Its text is longer than %(n)d letters.") % {"n": LONGEST_BODY})
        return DraftPost(
            body=body,
            written=day_of(row["written"], line),
            by_asker=answer_of(row["by asker"], line),
            is_accepted=answer_of(row["accepted"], line),
        )


def title_problems(title: str) -> list[str]:
    if not title:
        return [_("The first row of a thread needs a title.")]
    if len(title) > LONGEST_TITLE:
        return [_("Its title is longer than %(n)d letters.") % {"n": LONGEST_TITLE}]
    try:
        refuse_secret_heading(title)
    except ValidationError as error:
        return list(error.messages)
    return []


def day_of(cell: str, line: Line) -> date:
    """Today where it is none, with the problem noted."""
    today = timezone.localdate()
    try:
        day = date.fromisoformat(cell.strip())
    except ValueError:
        line.problems.append(_("Its date must look like 2026-03-31."))
        return today
    if not date(2000, 1, 1) <= day <= today:
        line.problems.append(_("Its date lies in the future, or before 2000."))
    return day


def answer_of(cell: str, line: Line) -> bool:
    answer = ANSWERS.get(cell.strip().casefold())
    if answer is None:
        line.problems.append(_("“By asker” and “accepted” are yes or empty."))
    return bool(answer)
