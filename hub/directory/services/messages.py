from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.directory.models import Conversation, Message
from hub.directory.people import verified_people
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User

PRESSED_TWICE = timedelta(minutes=1)


class Unreachable(Exception):
    """The account is closed or not verified any more, or one of the two stopped the messages."""


@transaction.atomic
def start_conversation(*, starter: User, other: User, body: str) -> Conversation:
    """Raises Unreachable. The database refuses a conversation with oneself.

    The same words to the same person within a minute are the conversation that they began: a
    button was pressed twice.
    """
    require_reachable(other, starter)
    begun = Conversation.objects.filter(starter=starter, other=other)
    if sent := said_just_now(begun, starter, body):
        return sent.conversation
    made = Conversation.objects.create(starter=starter, other=other)
    add_message(made, starter, body, Category.TASK)
    return made


@transaction.atomic
def answer(*, conversation: Conversation, sender: User, body: str) -> Message:
    """Either of the two goes on; the same words within a minute are one message.

    Raises Unreachable.
    """
    require_reachable(conversation.partner_of(sender.pk), sender)
    this = Conversation.objects.filter(pk=conversation.pk)
    said = said_just_now(this, sender, body)
    return said or add_message(conversation, sender, body, Category.REPLY)


def said_just_now(conversations: QuerySet[Conversation], sender: User, body: str) -> Message | None:
    """What the sender said there in the same words a moment ago, in another request perhaps.

    Requests of the same sender wait here for each other.
    """
    User.objects.select_for_update().get(pk=sender.pk)
    since = timezone.now() - PRESSED_TWICE
    found = Message.objects.filter(conversation__in=conversations, sender=sender, body=body)
    return found.filter(sent_at__gt=since).first()


def stop_conversation(*, conversation: Conversation, by: User) -> None:
    """Neither of the two writes to the other any more, here or anew, until `by` takes it back."""
    Conversation.objects.filter(pk=conversation.pk, stopped_by=None).update(stopped_by=by)


def resume_conversation(*, conversation: Conversation, by: User) -> None:
    """Does nothing where the other has stopped it."""
    Conversation.objects.filter(pk=conversation.pk, stopped_by=by).update(stopped_by=None)


def is_reachable(person: User, by: User) -> bool:
    """Two queries."""
    stopped = Conversation.objects.between(person.pk, by.pk).stopped()
    return verified_people().filter(pk=person.pk).exists() and not stopped.exists()


def require_reachable(person: User, by: User) -> None:
    if not is_reachable(person, by):
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
