"""What people follow in the forum, and what of it they may mute."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Marking
from hub.access.readers import Reader
from hub.access.registry import Card
from hub.forum.audience import may_follow
from hub.forum.models import Space, Thread
from hub.notices.offers import Offer, register_offer
from hub.notices.series import Series, register_series


def readable_spaces(reader: Reader) -> QuerySet[Space]:
    return Space.objects.readable_by(reader)


def space_card(space: Space) -> Card:
    return Card("space", space.name, space.get_absolute_url(), meta=(str(_("Forum space")),))


def sensitive_spaces(ids: Collection[int]) -> set[int]:
    marked = Space.objects.filter(pk__in=ids, marking=Marking.OFFICIAL_SENSITIVE)
    return set(marked.values_list("pk", flat=True))


def threads_in(spaces: Collection[int]) -> QuerySet[Thread]:
    return Thread.objects.filter(space__in=spaces)


SPACES = Series(
    name="space",
    readable=readable_spaces,
    card=space_card,
    sensitive=sensitive_spaces,
    effect=_(
        "You'll follow the space that the email came from no longer. Your other notices stay as"
        " they are."
    ),
    undo=_("Changed your mind? Open the space and press Follow."),
)
OFFERS = (
    Offer(
        kind="thread",
        followed=_("You follow this thread. We'll tell you about each answer."),
        may_mute=True,
    ),
    Offer(
        kind="space",
        followed=_("You follow this space. We'll tell you what is new in it."),
        may_mute=True,
        holds=("thread", threads_in),
    ),
    Offer(
        kind="person",
        followed=_("You follow this person. We'll tell you what they write in the forum."),
        may_follow=may_follow,
    ),
)


def offer() -> None:
    register_series(SPACES)
    for each in OFFERS:
        register_offer(each)
