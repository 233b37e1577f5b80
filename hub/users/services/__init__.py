from hub.users.services.profiles import update_profile
from hub.users.services.sessions import end_sessions

__all__ = ["end_sessions", "update_profile"]
