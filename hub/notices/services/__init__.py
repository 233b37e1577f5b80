from hub.notices.services.choices import choose, choose_preset, stop_category, stop_round_ups
from hub.notices.services.feed_keys import renew_feed_key, revoke_feed_key
from hub.notices.services.muting import mute, unmute
from hub.notices.services.notices import (
    mark_all_read,
    mark_read,
    mark_seen,
    notify,
    withdraw_notices,
)
from hub.notices.services.stopping import stop_mail
from hub.notices.services.subscriptions import subscribe, unsubscribe

__all__ = [
    "choose",
    "choose_preset",
    "mark_all_read",
    "mark_read",
    "mark_seen",
    "mute",
    "notify",
    "renew_feed_key",
    "revoke_feed_key",
    "stop_category",
    "stop_mail",
    "stop_round_ups",
    "subscribe",
    "unmute",
    "unsubscribe",
    "withdraw_notices",
]
