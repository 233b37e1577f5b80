from collections.abc import Iterable

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from hub.forum.models import Attachment, Post, PostRevision
from hub.forum.services.attaching import attach_files, take_off
from hub.forum.services.counting import locked, refresh_thread
from hub.forum.services.writing import set_text, thread_slug
from hub.users.models import User


class EditConflict(Exception):
    """The post has moved on since the writer opened it; `post` holds the current text."""

    def __init__(self, post: Post) -> None:
        super().__init__(f"Post {post.pk} is at version {post.version}")
        self.post = post


@transaction.atomic
def edit_post(
    *,
    post: Post,
    editor: User,
    body: str,
    version: int,
    title: str = "",
    files: Iterable[File] = (),
    taken_off: Iterable[Attachment] = (),
) -> Post:
    """Replaces the text, and the question's title where one is given; the old text is kept.

    Files that are taken off are kept nowhere. Raises EditConflict when the stored version isn't
    the one that the editor started from. The same text again changes no text.
    """
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if stored.version != version:
        raise EditConflict(stored)
    take_off(attachments=taken_off)
    attach_files(post=stored, files=files)
    new_title = title if title and stored.is_question else thread.title
    if stored.body == body and thread.title == new_title:
        return stored
    PostRevision.objects.create(
        post=stored,
        version=stored.version,
        title=thread.title if stored.is_question else "",
        body=stored.body,
        html=stored.html,
        written_at=stored.edited_at or stored.created_at,
    )
    set_text(stored, body, editor)
    stored.version += 1
    stored.edited_at = timezone.now()
    stored.save()
    if new_title != thread.title:
        thread.title, thread.slug = new_title, thread_slug(new_title)
    refresh_thread(thread)
    return stored
