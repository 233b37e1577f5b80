from hub.approval.models.state import ApprovalState
from hub.approval.models.step import APPROVE, REJECT, ApprovalStep, may_approve

__all__ = ["APPROVE", "REJECT", "ApprovalState", "ApprovalStep", "may_approve"]
