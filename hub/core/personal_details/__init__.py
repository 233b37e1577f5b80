"""Finds in free text what may point at a person, so that its writer can look again."""

from hub.core.personal_details.finding import find_details
from hub.core.personal_details.kinds import DetailKind, Finding, count_kinds

__all__ = ["DetailKind", "Finding", "count_kinds", "find_details"]
