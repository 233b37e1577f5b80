"""Files of posts. Run these in the transaction that writes the post."""

from collections.abc import Iterable
from functools import partial

from django.core.files.base import File
from django.db import transaction

from hub.forum.models import Attachment, Post
from hub.pages.uploads import extension_of


def attach_files(*, post: Post, files: Iterable[File]) -> list[Attachment]:
    """Keeps files that `hub.pages.uploads` found sound. If one fails, none stays behind."""
    kept: list[Attachment] = []
    try:
        for file in files:
            name = file.name or ""
            if post.is_anonymous:
                name = f"file-{len(kept) + 1}.{extension_of(name)}"
            attachment = Attachment(post=post, name=name, size=file.size)
            attachment.file.save(name, file, save=False)
            kept.append(attachment)
            attachment.save()
    except BaseException:
        for attachment in kept:
            attachment.file.delete(save=False)
        raise
    return kept


def take_off(*, attachments: Iterable[Attachment]) -> None:
    """Deletes the rows, and the files once that is certain."""
    for attachment in attachments:
        attachment.delete()
        storage = attachment.file.storage
        transaction.on_commit(partial(storage.delete, attachment.file.name or ""))
