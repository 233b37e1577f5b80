from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.forum.authorship import author_id_of
from hub.forum.models import Post, Thread
from hub.forum.services.counting import locked, refresh_thread
from hub.notices.enums import Category
from hub.notices.services import notify, withdraw_notices
from hub.users.models import User


@transaction.atomic
def hide_post(*, post: Post, by: User, reason: str) -> Post:
    """Hides a post; its question hides the whole thread. Recorded, and its writer is told why.

    A hidden accepted answer is accepted no longer. Notices of it that nobody has seen are taken
    back.
    """
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if stored.is_hidden:
        return stored
    stored.hidden_at, stored.hidden_by, stored.hidden_reason = timezone.now(), by, reason
    stored.save()
    if stored.is_question:
        thread.hidden_at = stored.hidden_at
    if thread.accepted_id == stored.pk:
        thread.accepted = None
    settle(stored, thread, by, "forum.post_hidden", reason)
    withdraw_notices(kind="thread", object_id=thread.pk, url=stored.get_absolute_url())
    notify(
        people=[author_id_of(stored)],
        category=Category.REPLY,
        text=_("A moderator hid a post of yours"),
        detail=reason,
        url=reverse("forum:rules"),
    )
    return stored


@transaction.atomic
def unhide_post(*, post: Post, by: User, reason: str = "") -> Post:
    """Shows a hidden post again. Recorded."""
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if not stored.is_hidden:
        return stored
    stored.hidden_at, stored.hidden_by, stored.hidden_reason = None, None, ""
    stored.save()
    if stored.is_question:
        thread.hidden_at = None
    settle(stored, thread, by, "forum.post_shown", reason)
    return stored


def settle(post: Post, thread: Thread, by: User, action: str, reason: str) -> None:
    refresh_thread(thread)
    record_audit(action=action, subject=f"post {post.pk}", person_id=by.pk, reason=reason)
