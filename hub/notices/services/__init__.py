from hub.notices.services.notices import mark_all_read, mark_read, notify, withdraw_notices
from hub.notices.services.subscriptions import subscribe, unsubscribe

__all__ = [
    "mark_all_read",
    "mark_read",
    "notify",
    "subscribe",
    "unsubscribe",
    "withdraw_notices",
]
