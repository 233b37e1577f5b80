"""What moderators do with whole threads: lock, pin, move. Each is recorded with its reason."""

from django.db import transaction
from django.utils import timezone

from hub.access.rules import is_no_wider
from hub.access.services import record_audit
from hub.forum.audience import shut_out
from hub.forum.models import Space, Thread
from hub.forum.services.counting import locked
from hub.notices.models import Notice
from hub.upkeep.enums import Outcome
from hub.upkeep.models import Affected
from hub.upkeep.services import decide
from hub.users.models import User


class NotMoved(Exception):
    """More people would read it and nobody confirmed that, or it has to stay marked."""


@transaction.atomic
def lock_thread(*, thread: Thread, by: User, reason: str) -> Thread:
    """Nobody but moderators replies from here on. The reason is shown."""
    held = locked(thread)
    if not held.is_locked:
        held.locked_at, held.lock_reason = timezone.now(), reason
        held.save()
        audit("forum.thread_locked", held, by, reason)
    return held


@transaction.atomic
def unlock_thread(*, thread: Thread, by: User, reason: str) -> Thread:
    held = locked(thread)
    if held.is_locked:
        held.locked_at, held.lock_reason = None, ""
        held.save()
        audit("forum.thread_unlocked", held, by, reason)
    return held


@transaction.atomic
def pin_thread(*, thread: Thread, by: User, reason: str) -> Thread:
    """It stands at the top of its space."""
    held = locked(thread)
    if held.pinned_at is None:
        held.pinned_at = timezone.now()
        held.save()
        audit("forum.thread_pinned", held, by, reason)
    return held


@transaction.atomic
def unpin_thread(*, thread: Thread, by: User, reason: str) -> Thread:
    held = locked(thread)
    if held.pinned_at is not None:
        held.pinned_at = None
        held.save()
        audit("forum.thread_unpinned", held, by, reason)
    return held


@transaction.atomic
def say_it_holds(*, thread: Thread, by: User, reason: str) -> Thread:
    """What changed below it makes it no less right; or a post says by now what is different."""
    rows = Affected.objects.of("thread", thread.pk)
    if decide(rows=rows, outcome=Outcome.STILL_RIGHT, by=by, note=reason):
        audit("forum.thread_holds", thread, by, reason)
    return thread


def is_wider(to: Space, than: Space) -> bool:
    """Whether somebody reads the first who may not read the second."""
    return not is_no_wider(to.rule, than.rule)


def require_movable(before: Space, to: Space, *, wider_confirmed: bool) -> None:
    """Raises NotMoved where more people would read it unconfirmed, or a marking would be lost."""
    if is_wider(to, before) and not wider_confirmed:
        raise NotMoved
    if before.is_sensitive and not to.is_sensitive:
        raise NotMoved


@transaction.atomic
def move_thread(
    *, thread: Thread, to: Space, by: User, reason: str, wider_confirmed: bool = False
) -> Thread:
    """Its posts are read by the rule of the other space at once, anonymous ones as they were.

    Who may read it no longer loses the notices of it. Raises NotMoved where more people would read
    it and that isn't confirmed, and for what would lose its handling marking.
    """
    held = locked(thread)
    before = held.space
    if before.pk == to.pk:
        return held
    require_movable(before, to, wider_confirmed=wider_confirmed)
    held.space, held.pinned_at = to, None
    held.save()
    notices = Notice.objects.about("thread", held.pk)
    people = set(notices.values_list("person_id", flat=True))
    notices.of_people(shut_out(to.rule, people)).delete()
    audit("forum.thread_moved", held, by, reason, f" from space {before.pk} to space {to.pk}")
    return held


def audit(action: str, thread: Thread, by: User, reason: str, where: str = "") -> None:
    subject = f"thread {thread.pk}{where}"
    record_audit(action=action, subject=subject, person_id=by.pk, reason=reason)
