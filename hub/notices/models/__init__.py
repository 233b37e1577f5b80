from hub.notices.models.choices import NoticeChoices
from hub.notices.models.feed_key import FeedKey
from hub.notices.models.mail import Mail
from hub.notices.models.mute import Mute
from hub.notices.models.notice import Notice
from hub.notices.models.subscription import Subscription

__all__ = ["FeedKey", "Mail", "Mute", "Notice", "NoticeChoices", "Subscription"]
