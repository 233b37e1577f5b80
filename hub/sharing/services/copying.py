"""Files of an example become images and documents of the hub, in a collection of their own.

While the page is a draft they lie where only those who work on it can open them. Once readers may
see the page, they are moved to where everybody may.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.base import File
from django.core.files.images import ImageFile
from wagtail.models import Collection, CollectionViewRestriction

from hub.access.enums import STAFF_ROLES
from hub.access.groups import group_for_role
from hub.pages.models import HubDocument, HubImage
from hub.sharing.models import SharedExample, SharedFile
from hub.users.models import User

WAITING = "Shared practice, not published yet"
OPEN = "Shared practice"

Copy = HubImage | HubDocument


@contextmanager
def without_orphans() -> Iterator[list[Copy]]:
    """Whatever was copied within goes from the disk again where the whole fails."""
    copies: list[Copy] = []
    try:
        yield copies
    except BaseException:
        for copy in copies:
            if copy.file._committed:
                copy.file.storage.delete(copy.file.name)
        raise


def copy_files(
    example: SharedExample, by: User, copies: list[Copy]
) -> list[tuple[str, dict[str, object]]]:
    """Blocks for the page, pictures first. Run it within `without_orphans` and a transaction."""
    files = sorted(example.files.all(), key=lambda file: not file.is_picture)
    collection = collection_of_drafts() if files else None
    return [block_of(file, copied(file, collection, by, copies)) for file in files]


def copied(file: SharedFile, collection: Collection, by: User, copies: list[Copy]) -> Copy:
    title = file.words[:255]
    with file.file.open() as stored:
        content = ImageFile(stored, file.name) if file.is_picture else File(stored, file.name)
        kind = HubImage if file.is_picture else HubDocument
        copy = kind(title=title, file=content, collection=collection, uploaded_by_user=by)
        copy.full_clean(exclude=["width", "height"])
        if file.is_picture:
            copy._set_image_file_metadata()
        else:
            copy._set_document_file_metadata()
        copies.append(copy)
        copy.save()
    return copy


def block_of(file: SharedFile, copy: Copy) -> tuple[str, dict[str, object]]:
    if file.is_picture:
        return "picture", {"image": copy, "alternative": file.words, "caption": ""}
    return "download", {"document": copy, "description": file.words}


def collection_of_drafts() -> Collection:
    """For those who work in the CMS alone."""
    found = collection_named(WAITING)
    restriction, made = CollectionViewRestriction.objects.get_or_create(
        collection=found, defaults={"restriction_type": CollectionViewRestriction.GROUPS}
    )
    if made:
        restriction.groups.set(group_for_role(role, str(role.label)) for role in STAFF_ROLES)
    return found


def collection_named(name: str) -> Collection:
    """Below the top. Two at once make one: the top is locked meanwhile."""
    top = Collection.objects.select_for_update().get(pk=Collection.get_first_root_node().pk)
    return top.get_children().filter(name=name).first() or top.add_child(name=name)


def open_files(copies: list[Copy]) -> None:
    """Moves what still lies with the drafts; what an editor placed elsewhere stays there."""
    shut = [copy for copy in copies if copy.collection.name == WAITING]
    if not shut:
        return
    opened = collection_named(OPEN)
    for copy in shut:
        copy.collection = opened
        copy.save()
