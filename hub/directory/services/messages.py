from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.directory.models import Conversation, Message
from hub.directory.people import verified_people
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


class Unreachable(Exception):
    """Nobody can write to this person: the account is closed, or not verified any more."""


@transaction.atomic
def start_conversation(*, starter: User, other: User, body: str) -> Conversation:
    """Raises Unreachable. The database refuses a conversation with oneself."""
    require_reachable(other)
    made = Conversation.objects.create(starter=starter, other=other)
    add_message(made, starter, body, Category.TASK)
    return made


@transaction.atomic
def answer(*, conversation: Conversation, sender: User, body: str) -> Message:
    """Either of the two goes on. Raises Unreachable."""
    require_reachable(conversation.partner_of(sender.pk))
    return add_message(conversation, sender, body, Category.REPLY)


def require_reachable(person: User) -> None:
    if not verified_people().filter(pk=person.pk).exists():
        raise Unreachable


def add_message(conversation: Conversation, sender: User, body: str, category: Category) -> Message:
    """Tells the other that something waits, in words that a mail may carry: no name, no text."""
    now = timezone.now()
    message = Message.objects.create(
        conversation=conversation, sender=sender, body=body, sent_at=now
    )
    Conversation.objects.filter(pk=conversation.pk).update(last_at=now)
    notify(
        people=[conversation.partner_of(sender.pk).pk],
        category=category,
        text=_("A verified colleague has written to you. Sign in to read it"),
        url=conversation.get_absolute_url(),
    )
    return message
