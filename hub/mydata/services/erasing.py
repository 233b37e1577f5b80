from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hub.access.personal_data import personal_records
from hub.access.services import record_audit
from hub.mydata.ledger import write_out
from hub.mydata.models import Erasure
from hub.users.models import User


class ErasureRefused(Exception):
    """Somebody must hand something over first. `reasons` says what, in plain sentences."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


def may_not_be_erased(person: User) -> list[str]:
    """What the person has to hand over before the account can go; empty where nothing."""
    return [str(reason) for record in personal_records() for reason in record.obstacles(person)]


@transaction.atomic
def erase_account(*, person: User, by: User | None, reason: str = "") -> Erasure:
    """Ends every record of a person as it declares; the row of the account stays without a name.

    Raises ErasureRefused. Some sixty queries; sessions end with it. Once committed, the number goes
    into the ledger beside the backups.
    """
    if reasons := may_not_be_erased(person):
        raise ErasureRefused(reasons)
    transaction.on_commit(write_out, robust=True)
    return end_account(person=person, at=timezone.now(), by=by, reason=reason)


@transaction.atomic
def end_account(*, person: User, at: datetime, by: User | None, reason: str) -> Erasure:
    """The erasure itself, with its audit record. Safe to repeat."""
    erasure, _ = Erasure.objects.get_or_create(person_id=person.pk, defaults={"erased_at": at})
    end_records(person)
    record_audit(
        action="account.erased",
        subject=f"person {person.pk}",
        person_id=by.pk if by else None,
        reason=reason,
    )
    return erasure


def end_records(person: User) -> None:
    """Safe to repeat, which a restore relies on."""
    for record in personal_records():
        record.end(person)
