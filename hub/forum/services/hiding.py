from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.forum.authorship import author_id_of
from hub.forum.enums import Decision
from hub.forum.models import Post
from hub.forum.services.cases import close_case
from hub.forum.services.concealing import conceal, show
from hub.forum.services.counting import locked
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def hide_post(*, post: Post, by: User, reason: str, decision: Decision = Decision.HIDE) -> Post:
    """Hides a post; its question hides the whole thread. Recorded, and its writer is told why.

    It closes the case of the post, or makes one that is closed.
    """
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if stored.is_hidden:
        return stored
    stored.hidden_by, stored.hidden_reason = by, reason
    conceal(stored, thread)
    audit("forum.post_hidden", stored, by, reason)
    case = close_case(post=stored, by=by, decision=decision, reason=reason)
    notify(
        people=[author_id_of(stored)],
        category=Category.REPLY,
        text=_("A moderator hid a post of yours"),
        detail=reason,
        url=reverse("forum:decision", args=[case.pk]),
    )
    return stored


@transaction.atomic
def unhide_post(*, post: Post, by: User, reason: str = "") -> Post:
    """Shows a hidden post again; one that is held is approved instead. Recorded."""
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if not stored.is_hidden or stored.is_held:
        return stored
    show(stored, thread)
    audit("forum.post_shown", stored, by, reason)
    return stored


def audit(action: str, post: Post, by: User, reason: str) -> None:
    record_audit(action=action, subject=f"post {post.pk}", person_id=by.pk, reason=reason)
