from hub.users.services.asking import (
    AlreadyDecided,
    approve_request,
    ask_again,
    ask_to_be_verified,
    refuse_request,
    withdraw_request,
)
from hub.users.services.domains import (
    end_all_of,
    save_domain,
    settle_domain,
    settle_organisation,
    settle_person,
)
from hub.users.services.erasing import anonymise
from hub.users.services.profiles import update_profile
from hub.users.services.sessions import end_all_sessions, end_sessions
from hub.users.services.verifying import verify_by_address

__all__ = [
    "AlreadyDecided",
    "anonymise",
    "approve_request",
    "ask_again",
    "ask_to_be_verified",
    "end_all_of",
    "end_all_sessions",
    "end_sessions",
    "refuse_request",
    "save_domain",
    "settle_domain",
    "settle_organisation",
    "settle_person",
    "update_profile",
    "verify_by_address",
    "withdraw_request",
]
