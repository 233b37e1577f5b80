from hub.access.services.audit import record_audit, record_once_a_day, record_view
from hub.access.services.details import purge_details_checks, record_details_check
from hub.access.services.markings import (
    copy_markings,
    keep_marking,
    mark_collection,
    mark_page,
)
from hub.access.services.memberships import end_membership, grant_membership
from hub.access.services.purging import purge_audit
from hub.access.services.sealing import seal_audit

__all__ = [
    "copy_markings",
    "end_membership",
    "grant_membership",
    "keep_marking",
    "mark_collection",
    "mark_page",
    "purge_audit",
    "purge_details_checks",
    "record_audit",
    "record_details_check",
    "record_once_a_day",
    "record_view",
    "seal_audit",
]
