from collections.abc import Callable, Iterable

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from hub.forum.besides import besides_of, typed_besides
from hub.forum.holding import hold_for
from hub.forum.models import Attachment, Post, PostRevision, Thread
from hub.forum.services.announcing import announce_change
from hub.forum.services.attaching import attach_files, take_off
from hub.forum.services.counting import locked, refresh_thread
from hub.forum.services.holding import hold_post
from hub.forum.services.writing import set_text, thread_slug
from hub.users.models import User

# Changes what stands beside the text, and says whether followers are told of that.
Change = Callable[[Thread], bool]


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
    change: Change | None = None,
) -> Post:
    """Replaces the text, and the question's title where one is given; the old text is kept.

    Files that are taken off are kept nowhere. Raises EditConflict when the stored version isn't
    the one that the editor started from. The same text again changes no text.
    What a moderator has to see first is held. `change` is for what stands beside the text of a
    first post; see `changing`.
    """
    thread = locked(post.thread)
    stored = thread.posts.get(pk=post.pk)
    if stored.version != version:
        raise EditConflict(stored)
    besides = besides_of(thread) if change else ""
    tells = change(thread) if change else False
    added = list(files)
    take_off(attachments=taken_off)
    attach_files(post=stored, files=added)
    new_title = title if title and stored.is_question else thread.title
    is_changed = bool(change) and besides != besides_of(thread)
    if is_changed or stored.body != body or thread.title != new_title:
        replace_text(stored, thread, editor, body, new_title, besides)
    elif not added:
        return stored
    said = f"{new_title}\n{typed_besides(thread)}" if stored.is_question else ""
    hold = hold_for(stored, editor, said, is_edit=True)
    if hold:
        hold_post(post=stored, thread=thread, hold=hold)
    if tells:
        announce_change(post=stored)
    return stored


def replace_text(
    post: Post, thread: Thread, editor: User, body: str, title: str, besides: str
) -> None:
    PostRevision.objects.create(
        post=post,
        version=post.version,
        title=thread.title if post.is_question else "",
        body=post.body,
        html=post.html,
        besides=besides,
        written_at=post.edited_at or post.created_at,
    )
    set_text(post, body, editor)
    post.version += 1
    post.edited_at = timezone.now()
    post.save()
    if title != thread.title:
        thread.title, thread.slug = title, thread_slug(title)
    refresh_thread(thread)
