from hub.groups.models.invitation import Invitation
from hub.groups.models.request import JoinRequest
from hub.groups.models.working_group import WorkingGroup

__all__ = ["Invitation", "JoinRequest", "WorkingGroup"]
