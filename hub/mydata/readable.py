"""A person's records as files: one for machines, one for people."""

import datetime
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import FieldDoesNotExist
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hub.access.personal_data import PersonalRecord, Row, personal_records


@dataclass(frozen=True, slots=True)
class Part:
    """A record and the rows of one person."""

    record: PersonalRecord
    rows: list[Row]

    def lines(self) -> Iterator[list[tuple[str, str]]]:
        """Each row as pairs of words and value; what is empty is left out."""
        names = words_of(self.record)
        for row in self.rows:
            pairs = [(names.get(key, key), in_words(value)) for key, value in row.items()]
            yield [(name, value) for name, value in pairs if value]


def parts_for(person: AbstractBaseUser) -> list[Part]:
    """Everything the registry knows of a person; one query for each model, some forty."""
    return [Part(record, list(record.export(person))) for record in personal_records()]


def words_of(record: PersonalRecord) -> dict[str, str]:
    """The words for each path that a record shows."""
    return {path: words_for(held.model, path) for held in record.holds for path in held.shows}


def words_for(model: type[Model], path: str) -> str:
    """What a column is called; of a path such as "area__name", what leads to the last step."""
    steps = path.split("__")
    wanted = steps[-2] if len(steps) > 1 else steps[0]
    for step in steps:
        if step == "pk":
            return _("number")
        try:
            field = model._meta.get_field(step)
        except FieldDoesNotExist:
            return path
        if step == wanted:
            return str(field.verbose_name)
        model = field.related_model
    return path


def in_words(value: Any) -> str:
    """A value as people write it: dates in London's time, yes and no."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.datetime):
        return formats.date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, datetime.date):
        return formats.date_format(value, "j F Y")
    if isinstance(value, (dict, list)):
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
    return str(value)


class Encoder(DjangoJSONEncoder):
    """Numbers stay numbers, and words are written in the language of the reader."""

    def default(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return float(value)
        return str(value) if isinstance(value, Promise) else super().default(value)


def as_json(parts: list[Part], made_at: datetime.datetime) -> str:
    records = [
        {
            "record": part.record.name,
            "label": part.record.label,
            "why": part.record.why,
            "rows": part.rows,
        }
        for part in parts
    ]
    made = {"made_at": made_at, "records": records}
    return json.dumps(made, cls=Encoder, ensure_ascii=False, indent=2)


def as_page(parts: list[Part], made_at: datetime.datetime) -> str:
    """One page that opens without the hub: it loads nothing, and escapes what anybody wrote."""
    return render_to_string("mydata/copy.html", {"parts": parts, "made_at": made_at})


def write_zip(person: AbstractBaseUser, made_at: datetime.datetime, target: IO[bytes]) -> None:
    parts = parts_for(person)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("your-data.html", as_page(parts, made_at))
        archive.writestr("your-data.json", as_json(parts, made_at))
