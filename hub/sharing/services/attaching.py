"""Pictures and documents of an example."""

from collections.abc import Iterable
from functools import partial

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.pages.uploads import PICTURES, extension_of
from hub.sharing.enums import Part
from hub.sharing.models import SharedExample, SharedFile
from hub.sharing.overtaken import Overtaken
from hub.sharing.services.standing import locked_to_change, touch
from hub.sharing.standing import may_change

MOST = 3


def attach_file(*, example: SharedExample, file: File, words: str) -> SharedFile:
    """Keeps a file that `hub.pages.uploads` found sound, or leaves neither a row nor a file.

    Raises Overtaken where there are as many of its sort already.
    """
    name = file.name or ""
    attached = SharedFile(name=name, size=file.size, words=words)
    stored = ""
    try:
        with transaction.atomic():
            attached.example = locked_files(example)
            refuse_more(attached.example, is_picture=extension_of(name) in PICTURES)
            attached.file.save(name, file, save=False)
            stored = attached.file.name or ""
            attached.save()
            attached.example.has_consent = False
            touch(attached.example, timezone.now())
            attached.example.save()
    except BaseException:
        if stored:
            attached.file.storage.delete(stored)
        raise
    return attached


def refuse_more(example: SharedExample, *, is_picture: bool) -> None:
    alike = [file for file in example.files.all() if file.is_picture == is_picture]
    if len(alike) >= MOST:
        raise Overtaken(_("There are %(n)d already. Take one off first.") % {"n": MOST})


def locked_files(example: SharedExample) -> SharedExample:
    row = locked_to_change(example)
    if not may_change(row, Part.FILES):
        raise Overtaken(_("Nobody asked for a change in this part. Nothing was changed."))
    return row


@transaction.atomic
def take_off(*, file: SharedFile) -> None:
    """Deletes it for good. Raises Overtaken while the example isn't its author's to change."""
    row = locked_files(file.example)
    delete_files(row.files.filter(pk=file.pk))
    touch(row, timezone.now())
    row.save()


def delete_files(files: Iterable[SharedFile]) -> None:
    """Deletes the rows, and the files once that is certain."""
    for file in files:
        storage, name = file.file.storage, file.file.name or ""
        file.delete()
        transaction.on_commit(partial(storage.delete, name))
