from unittest.mock import ANY

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from hub.access.personal_data import record_named
from hub.forum.models import Attachment, Post
from hub.forum.services import edit_post
from hub.forum.services.attaching import attach_files
from tests.factories.forum import first_post, question, reply, text_file
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_files_stand_beside_the_question_and_the_reply() -> None:
    thread = question(files=[text_file("asked.txt")])
    answer = reply(thread, files=[text_file("answered.txt")])
    assert [file.name for file in first_post(thread).attachments.all()] == ["asked.txt"]
    assert answer.attachments.get().file.read() == b"Ring first."


def test_two_files_of_one_name_are_two_files() -> None:
    thread = question(files=[text_file(text=b"one"), text_file(text=b"two")])
    files = first_post(thread).attachments.all()
    assert [file.file.read() for file in files] == [b"one", b"two"]


def test_the_name_of_a_file_does_not_tell_who_wrote_without_a_name() -> None:
    post = reply(question(), anonymous=True, files=[text_file("jane-smith-notes.txt")])
    attachment = post.attachments.get()
    assert attachment.name == "file-1.txt"
    assert "jane" not in attachment.file.name


def test_a_form_sent_twice_attaches_once() -> None:
    person = UserFactory()
    thread = question(author=person)
    for _time in range(2):
        reply(thread, author=person, files=[text_file()])
    assert Attachment.objects.count() == 1


def test_no_file_stays_behind_where_a_later_one_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    post = first_post(question())
    saved = []
    keep = Attachment.save

    def save(self: Attachment, *args: object, **options: object) -> None:
        saved.append(self.file.name)
        if len(saved) == 2:
            raise DatabaseError
        keep(self, *args, **options)

    monkeypatch.setattr(Attachment, "save", save)
    with pytest.raises(DatabaseError), transaction.atomic():
        attach_files(post=post, files=[text_file(), text_file()])
    assert [default_storage.exists(name) for name in saved] == [False, False]
    assert not Attachment.objects.exists()


def edited(post: Post, **more: object) -> Post:
    return edit_post(post=post, editor=post.author, body=post.body, version=1, **more)


def test_a_file_that_is_taken_off_is_gone(django_capture_on_commit_callbacks) -> None:
    post = first_post(question(files=[text_file("one.txt"), text_file("two.txt")]))
    gone = post.attachments.first()
    with django_capture_on_commit_callbacks(execute=True):
        edited(post, taken_off=[gone])
    assert [file.name for file in post.attachments.all()] == ["two.txt"]
    assert not default_storage.exists(gone.file.name)


def test_a_file_can_be_added_while_editing() -> None:
    post = first_post(question())
    edited(post, files=[text_file()])
    assert post.attachments.count() == 1


def test_the_copy_lists_files_of_posts_without_a_name_too() -> None:
    person = UserFactory()
    thread = question(author=person, files=[text_file("named.txt")])
    reply(thread, author=person, anonymous=True, files=[text_file()])
    reply(thread, files=[text_file("another.txt")])
    rows = list(record_named("attachments").export(person))
    assert [row["name"] for row in rows] == ["named.txt", "file-1.txt"]
    assert rows[0] == {
        "post__thread": thread.pk,
        "post__number": 1,
        "name": "named.txt",
        "size": 11,
        "added_at": ANY,
    }


def test_the_files_go_with_the_account_and_the_words_stay() -> None:
    person = UserFactory()
    thread = question(author=person, files=[text_file()])
    reply(thread, author=person, anonymous=True, files=[text_file()])
    reply(thread, files=[text_file("another.txt")])
    record_named("attachments").end(person)
    assert [file.name for file in Attachment.objects.all()] == ["another.txt"]
    assert thread.posts.count() == 3
