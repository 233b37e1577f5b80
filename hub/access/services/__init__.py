from hub.access.services.audit import record_audit
from hub.access.services.memberships import end_membership, grant_membership

__all__ = ["end_membership", "grant_membership", "record_audit"]
