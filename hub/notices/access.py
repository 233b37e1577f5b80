"""How the views come by what a person names. Forbidden equals missing."""

from django.http import Http404

from hub.access.readers import Reader
from hub.notices.models import Notice, Subscription


def access_notice(notice_id: int, reader: Reader) -> Notice:
    """A notice to this reader. Raises Http404 for anybody else's."""
    found = Notice.objects.filter(pk=notice_id, person_id=reader.user_id).first()
    if found is None or not reader.is_signed_in:
        raise Http404
    return found


def access_subscription(subscription_id: int, reader: Reader) -> Subscription:
    """A subscription of this reader. Raises Http404 for anybody else's."""
    found = Subscription.objects.filter(pk=subscription_id, person_id=reader.user_id).first()
    if found is None or not reader.is_signed_in:
        raise Http404
    return found
