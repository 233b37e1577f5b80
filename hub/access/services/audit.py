from hub.access.models import AuditRecord


def record_audit(
    *, action: str, subject: str, person_id: int | None, reason: str = ""
) -> AuditRecord:
    """Adds an audit record in the caller's transaction, so that it stands or falls with the act."""
    return AuditRecord.objects.create(
        action=action, subject=subject[:200], person_id=person_id, reason=reason
    )
