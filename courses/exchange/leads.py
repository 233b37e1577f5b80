"""What leads take away as tables."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from courses.services.coverage import Coverage, Table
from courses.services.report import Line
from hub.core.small_numbers import Share
from hub.core.spreadsheets import csv_text

PEOPLE = (
    *("name", "organisation", "course", "state", "started", "done", "valid until"),
    *("asked for by", "due"),
)
COVERAGE = ("date", "theme", "agency", "people", "hold a valid certificate", "share")


def people_as_csv(lines: Iterable[Line]) -> str:
    return csv_text(PEOPLE, map(cells, lines))


def cells(line: Line) -> tuple[str, ...]:
    standing = line.standing
    days = (standing.started_on, standing.done_on, standing.valid_until, line.due_on)
    return (
        line.learner.name,
        ", ".join(line.learner.work),
        line.course.title,
        str(standing.state.label),
        *(day.isoformat() if day else "" for day in days),
        str(line.due.label) if line.due else "",
    )


def coverage_as_csv(coverage: Coverage) -> str:
    rows = (row for table in coverage.tables for row in table_rows(table))
    return csv_text(COVERAGE, ((coverage.day.isoformat(), *row) for row in rows))


def table_rows(table: Table) -> list[tuple[str, ...]]:
    every = [(row.agency, row.share) for row in table.rows] + [(_("All"), table.total)]
    return [(table.theme.name, agency, *share_cells(share)) for agency, share in every]


def share_cells(share: Share) -> tuple[str, str, str]:
    return (share.people, share.count, share.percent)
