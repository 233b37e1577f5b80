from hub.notices.services.choices import choose, choose_preset, stop_category, stop_round_ups
from hub.notices.services.notices import mark_all_read, mark_read, notify, withdraw_notices
from hub.notices.services.stopping import stop_mail
from hub.notices.services.subscriptions import subscribe, unsubscribe

__all__ = [
    "choose",
    "choose_preset",
    "mark_all_read",
    "mark_read",
    "notify",
    "stop_category",
    "stop_mail",
    "stop_round_ups",
    "subscribe",
    "unsubscribe",
    "withdraw_notices",
]
