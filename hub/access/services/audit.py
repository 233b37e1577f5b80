import logging

from django.db import DatabaseError, transaction
from django.utils import timezone

from hub.access.models import AuditRecord
from hub.access.readers import Reader
from hub.access.rules import EVERYONE, Rule

logger = logging.getLogger(__name__)


def record_audit(
    *, action: str, subject: str, person_id: int | None, reason: str = ""
) -> AuditRecord:
    """Adds an audit record in the caller's transaction, so that it stands or falls with the act.

    A subject is a kind and an id, such as "page 12": no names and no titles.
    """
    return AuditRecord.objects.create(
        action=action, subject=subject[:200], person_id=person_id, reason=reason
    )


def record_view(*, reader: Reader, rule: Rule, action: str, subject: str) -> None:
    """Records that somebody saw what isn't open to everyone; what is open is nobody's business."""
    if rule != EVERYONE and reader.is_signed_in:
        record_once_a_day(action=action, subject=subject, person_id=reader.user_id)


def record_once_a_day(*, action: str, subject: str, person_id: int | None) -> None:
    """For what people do by reading: once for each person, thing and day, so that it stays useful.

    One query for what is recorded already, and one insert where it is the first. A record that
    can't be written, on a full disk for instance, is logged instead and the reading goes on.
    """
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    known = AuditRecord.objects.filter(
        person_id=person_id, subject=subject, action=action, at__gte=midnight
    )
    try:
        if not known.exists():
            with transaction.atomic():
                record_audit(action=action, subject=subject, person_id=person_id)
    except DatabaseError:
        logger.exception("Not recorded: %s of %s by person %s", action, subject, person_id)
