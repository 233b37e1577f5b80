"""What the hub keeps of people, worked out from models and declarations, never written by hand."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hub.access.enums import Ending
from hub.access.personal_data import WITH_ACCOUNT, PersonalRecord, personal_records


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the inventory shows it; `columns` are the words for what its tables hold."""

    label: str
    why: str
    basis: str
    kept: str
    ending: str
    because: str
    columns: list[str]


def inventory() -> list[Entry]:
    return [entry(record) for record in personal_records()]


def entry(record: PersonalRecord) -> Entry:
    return Entry(
        label=str(record.label),
        why=str(record.why),
        basis=str(record.basis.label),
        kept=how_long(record),
        ending=str(record.ending.label),
        because=str(record.because),
        columns=columns_of(record),
    )


def how_long(record: PersonalRecord) -> str:
    if record.kept != WITH_ACCOUNT:
        days = settings.RETENTION_DAYS[record.kept]
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if record.ending in (Ending.DELETED, Ending.RELEASED):
        return _("As long as the account")
    return _("As long as the hub")


def columns_of(record: PersonalRecord) -> list[str]:
    """The columns of all its tables in words, each once, in the order of the tables."""
    words = (capfirst(str(f.verbose_name)) for held in record.holds for f in held.fields())
    return list(dict.fromkeys(words))


@dataclass(frozen=True, slots=True)
class EndingPart:
    ending: Ending
    records: list[PersonalRecord]


def endings() -> list[EndingPart]:
    """What becomes of a person's own records, in the order of the choices."""
    own = [record for record in personal_records() if any(held.person for held in record.holds)]
    return [
        EndingPart(ending, [record for record in own if record.ending is ending])
        for ending in Ending
    ]
