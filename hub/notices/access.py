"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.core.missing import found
from hub.notices.models import Notice, Subscription


def access_notice(notice_id: int, reader: Reader) -> Notice:
    """A notice to this reader. Raises Http404 for anybody else's."""
    mine = Notice.objects.filter(person_id=reader.user_id)
    return found(mine.filter(pk=notice_id).first() if reader.is_signed_in else None)


def access_subscription(subscription_id: int, reader: Reader) -> Subscription:
    """A subscription of this reader. Raises Http404 for anybody else's."""
    mine = Subscription.objects.filter(person_id=reader.user_id)
    return found(mine.filter(pk=subscription_id).first() if reader.is_signed_in else None)
