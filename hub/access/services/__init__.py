from hub.access.services.audit import record_audit, record_once_a_day, record_view
from hub.access.services.details import record_details_check
from hub.access.services.memberships import end_membership, grant_membership
from hub.access.services.purging import purge_audit
from hub.access.services.sealing import seal_audit

__all__ = [
    "end_membership",
    "grant_membership",
    "purge_audit",
    "record_audit",
    "record_details_check",
    "record_once_a_day",
    "record_view",
    "seal_audit",
]
