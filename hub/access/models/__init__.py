from hub.access.models.append_only import AppendOnly, AppendOnlyModel
from hub.access.models.audit import AuditRecord
from hub.access.models.audit_segment import AuditSegment
from hub.access.models.details_check import DetailsCheck
from hub.access.models.group_token import GroupToken
from hub.access.models.marking import CollectionMarking, PageMarking
from hub.access.models.membership import Membership
from hub.access.models.rule import AccessRule

__all__ = [
    "AccessRule",
    "AppendOnly",
    "AppendOnlyModel",
    "AuditRecord",
    "AuditSegment",
    "CollectionMarking",
    "DetailsCheck",
    "GroupToken",
    "Membership",
    "PageMarking",
]
