import pytest

from hub.forum.services import EditConflict, edit_post
from tests.factories.forum import first_post, question, reply

pytestmark = pytest.mark.django_db


def test_an_edit_replaces_the_text_and_keeps_the_earlier_one() -> None:
    post = reply(question(), body="Call them.")
    saved = edit_post(post=post, editor=post.author, body="Write to them.", version=1)
    assert (saved.html, saved.version) == ("<p>Write to them.</p>\n", 2)
    assert saved.revisions.get().body == "Call them."


def test_the_second_of_two_editors_is_told_and_overwrites_nothing() -> None:
    post = reply(question())
    edit_post(post=post, editor=post.author, body="First.", version=1)
    with pytest.raises(EditConflict) as conflict:
        edit_post(post=post, editor=post.author, body="Second.", version=1)
    assert conflict.value.post.body == "First."


def test_a_questions_title_changes_with_its_address() -> None:
    thread = question(title="Old title")
    post = first_post(thread)
    edit_post(post=post, editor=post.author, body=post.body, version=1, title="New title")
    thread.refresh_from_db()
    assert (thread.title, thread.slug) == ("New title", "new-title")
    assert post.revisions.get().title == "Old title"


def test_a_reply_cannot_change_the_title() -> None:
    thread = question(title="Kept")
    post = reply(thread)
    edit_post(post=post, editor=post.author, body="New text.", version=1, title="Other")
    thread.refresh_from_db()
    assert thread.title == "Kept"


def test_the_same_text_again_is_no_edit() -> None:
    post = reply(question())
    assert edit_post(post=post, editor=post.author, body=post.body, version=1).version == 1
    assert not post.revisions.exists()
