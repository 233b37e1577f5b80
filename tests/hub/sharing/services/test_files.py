"""Pictures and files: kept whole, and gone for good with what they belong to."""

import pytest
from django.core.files.storage import default_storage

from hub.pages.uploads import sound_file
from hub.sharing.models import SharedExample, SharedFile
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import attach_file, discard_draft, take_off
from tests.factories.sharing import draft, sent, with_picture
from tests.factories.uploads import photograph

pytestmark = pytest.mark.django_db


def test_a_fourth_picture_is_refused_and_leaves_no_file() -> None:
    example = draft()
    for _n in range(3):
        with_picture(example)
    before = folders()
    with pytest.raises(Overtaken):
        with_picture(example)
    assert (example.files.count(), folders()) == (3, before)


def test_nothing_is_added_while_the_reviewers_have_it() -> None:
    example = sent()
    with pytest.raises(Overtaken):
        attach_file(example=example, file=sound_file(photograph()), words="A door")
    assert not example.files.exists()


def test_what_is_taken_off_is_gone(django_capture_on_commit_callbacks) -> None:
    file = with_picture(draft()).files.get()
    with django_capture_on_commit_callbacks(execute=True):
        take_off(file=file)
    assert not default_storage.exists(file.file.name)


def test_a_deleted_draft_takes_its_files_along(django_capture_on_commit_callbacks) -> None:
    example = with_picture(draft())
    name = example.files.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        discard_draft(example=example)
    assert not SharedExample.objects.exists()
    assert not SharedFile.objects.exists()
    assert not default_storage.exists(name)


def test_what_was_sent_is_not_deleted() -> None:
    example = sent()
    with pytest.raises(Overtaken):
        discard_draft(example=example)
    assert SharedExample.objects.filter(pk=example.pk).exists()


def folders() -> int:
    return len(default_storage.listdir("shared")[0])
