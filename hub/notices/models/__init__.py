from hub.notices.models.notice import Notice
from hub.notices.models.subscription import Subscription

__all__ = ["Notice", "Subscription"]
