"""Audit records as people read them. Names are looked up when they are shown, never stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.audit.words import words_for
from hub.access.models import AuditRecord
from hub.core.batches import in_batches
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class AuditRow:
    """`pk` is what Wagtail's tables ask for."""

    pk: int
    at: datetime
    person_id: int | None
    person: str
    action: str
    subject: str
    reason: str

    @property
    def when(self) -> str:
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M:%S}"


def shown(records: Iterable[AuditRecord]) -> Iterator[AuditRow]:
    """One query for the names of each batch."""
    for batch in in_batches(records):
        people = User.objects.in_bulk({item.person_id for item in batch if item.person_id})
        for item in batch:
            yield AuditRow(
                pk=item.pk,
                at=item.at,
                person_id=item.person_id,
                person=name_of(item.person_id, people),
                action=words_for(item.action),
                subject=item.subject,
                reason=item.reason,
            )


def name_of(person_id: int | None, people: dict[int, User]) -> str:
    if person_id is None:
        return _("The hub itself")
    person = people.get(person_id)
    return person.get_full_name() if person else _("Former member")
