from hub.users.models.profile import Profile
from hub.users.models.user import User

__all__ = ["Profile", "User"]
