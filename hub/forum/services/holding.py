"""Posts that wait for a moderator: held, shown when approved, or refused."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.forum.authorship import author_id_of
from hub.forum.duty import moderators_of
from hub.forum.enums import Decision
from hub.forum.holding import Hold
from hub.forum.models import Case, Post, Thread
from hub.forum.services.cases import close_case, open_case
from hub.forum.services.concealing import conceal, show
from hub.forum.services.counting import locked
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


def hold_post(*, post: Post, thread: Thread, hold: Hold, at: datetime | None = None) -> None:
    """Lets nobody but its writer and the moderators see it, who are told. In the transaction.

    `at` dates it for demonstrations, of which nobody gets mail.
    """
    post.held_at = at or timezone.now()
    conceal(post, thread)
    post.save()
    case = open_case(post=post, at=at)
    case.holds, case.hold_note = [str(reason) for reason in hold.reasons], hold.note
    case.save()
    notify(
        people=moderators_of(thread.space),
        category=Category.TASK,
        text=_("A post waits for a moderator before anybody reads it"),
        url=reverse("forum:reports"),
        at=at,
        email=at is None,
    )


@transaction.atomic
def approve_post(*, post: Post, by: User, reason: str = "") -> Post:
    """Shows a held post as if it were posted now, and tells its writer and the followers."""
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if not stored.is_held:
        return stored
    show(stored, thread)
    finish(stored, by, Decision.APPROVE, reason)
    text = _("A moderator approved your post: readers can see it now")
    tell_writer(stored, text, reason, stored.get_absolute_url())
    return stored


@transaction.atomic
def refuse_post(*, post: Post, by: User, reason: str) -> Post:
    """Leaves a held post unseen, and tells its writer why."""
    stored = locked(post.thread).posts.get(pk=post.pk)
    if not stored.is_held:
        return stored
    stored.held_at, stored.hidden_by, stored.hidden_reason = None, by, reason
    stored.save()
    case = finish(stored, by, Decision.REFUSE, reason)
    text = _("A moderator decided not to show a post of yours")
    tell_writer(stored, text, reason, reverse("forum:decision", args=[case.pk]))
    return stored


def finish(post: Post, by: User, decision: Decision, reason: str) -> Case:
    case = close_case(post=post, by=by, decision=decision, reason=reason)
    action = "forum.post_approved" if decision == Decision.APPROVE else "forum.post_refused"
    record_audit(action=action, subject=f"post {post.pk}", person_id=by.pk, reason=reason)
    return case


def tell_writer(post: Post, text: str, reason: str, url: str) -> None:
    notify(people=[author_id_of(post)], category=Category.REPLY, text=text, detail=reason, url=url)
