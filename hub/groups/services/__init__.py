from hub.groups.services.asking import (
    approve_request,
    ask_to_join,
    refuse_request,
    withdraw_request,
)
from hub.groups.services.confirming import confirm_place
from hub.groups.services.groups import change_group, close_group, start_group
from hub.groups.services.inviting import accept_invitation, invite, withdraw_invitation
from hub.groups.services.members import (
    join_group,
    leave_group,
    make_owner,
    remove_member,
    step_down,
)

__all__ = [
    "accept_invitation",
    "approve_request",
    "ask_to_join",
    "change_group",
    "close_group",
    "confirm_place",
    "invite",
    "join_group",
    "leave_group",
    "make_owner",
    "refuse_request",
    "remove_member",
    "start_group",
    "step_down",
    "withdraw_invitation",
    "withdraw_request",
]
