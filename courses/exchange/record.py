"""A learning record as files for other systems."""

import json
from typing import Any

from courses.services.record import Line, Record
from hub.core.spreadsheets import csv_text

COLUMNS = ("date", "activity", "title", "hours", "minutes", "learned", "will do differently")


def hours(minutes: int) -> str:
    return f"{minutes / 60:.2f}"


def as_csv(record: Record) -> str:
    return csv_text(COLUMNS, map(cells, record.lines))


def cells(line: Line) -> tuple[str, ...]:
    texts = (line.activity_label, line.title)
    sizes = (hours(line.minutes), str(line.minutes))
    return (line.day.isoformat(), *texts, *sizes, line.learned, line.will_change)


def as_json(record: Record, person: str) -> str:
    since, until = record.period.since, record.period.until
    said = {
        "person": person,
        "from": since and since.isoformat(),
        "to": until and until.isoformat(),
        "minutes": record.minutes,
        "hours": float(hours(record.minutes)),
        "entries": [row(line) for line in record.lines],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def row(line: Line) -> dict[str, Any]:
    return {
        "date": line.day.isoformat(),
        "activity": line.activity,
        "title": line.title,
        "minutes": line.minutes,
        "hours": float(hours(line.minutes)),
        "learned": line.learned,
        "will_do_differently": line.will_change,
    }
