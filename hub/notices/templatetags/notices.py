from django import template
from django.contrib.auth.models import AnonymousUser

from hub.notices.models import Notice
from hub.users.models import User

register = template.Library()

MOST = 99


@register.simple_tag
def unread_notices(user: User | AnonymousUser | None) -> str:
    """How many notices a person has not read, "99+" at most, and nothing for none.

    One count over a narrow index, of a hundred rows at most; no query for strangers.
    """
    if user is None or not user.is_authenticated:
        return ""
    unread = Notice.objects.filter(person_id=user.pk).unread().order_by()[: MOST + 1].count()
    if unread > MOST:
        return f"{MOST}+"
    return str(unread or "")
