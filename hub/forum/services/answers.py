from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hub.forum.authorship import author_id_of
from hub.forum.models import Post, Thread
from hub.forum.services.counting import locked
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def accept_answer(*, post: Post, by: User, at: datetime | None = None) -> Thread:
    """Makes a reply the accepted answer, in place of an earlier one, and tells who wrote it.

    Raises ValueError for the question itself, a hidden reply, and where nothing was asked.
    """
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if not thread.is_question or stored.is_question or stored.is_hidden:
        raise ValueError("Only a visible reply can be the accepted answer.")
    if thread.accepted_id == stored.pk:
        return thread
    thread.accepted = stored
    thread.save()
    author_id = author_id_of(stored)
    if author_id != by.pk:
        notify(
            people=[author_id],
            category=Category.FOLLOWED,
            text=_("Your answer to “%(title)s” was accepted") % {"title": thread.title},
            url=stored.get_absolute_url(),
            kind="thread",
            object_id=thread.pk,
            at=at,
            email=at is None,
        )
    return thread


@transaction.atomic
def unaccept_answer(*, thread: Thread) -> Thread:
    """Takes the acceptance back; the reply stays."""
    stored = locked(thread)
    if stored.accepted_id:
        stored.accepted = None
        stored.save()
    return stored
