from hub.users.services.erasing import anonymise
from hub.users.services.profiles import update_profile
from hub.users.services.sessions import end_all_sessions, end_sessions

__all__ = ["anonymise", "end_all_sessions", "end_sessions", "update_profile"]
