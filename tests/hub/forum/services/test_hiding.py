import pytest

from hub.access.models import AuditRecord
from hub.forum.services import accept_answer, hide_post, unhide_post
from hub.notices.models import Notice
from tests.factories.forum import first_post, moderator, question, reply

pytestmark = pytest.mark.django_db


def test_a_hidden_reply_counts_no_longer() -> None:
    thread = question()
    hide_post(post=reply(thread), by=moderator(), reason="Names a child")
    thread.refresh_from_db()
    assert thread.reply_count == 0


def test_hiding_is_recorded_with_its_reason() -> None:
    person = moderator()
    post = hide_post(post=reply(question()), by=person, reason="Names a child")
    record = AuditRecord.objects.get(action="forum.post_hidden")
    assert (record.person_id, record.subject, record.reason) == (
        person.pk,
        f"post {post.pk}",
        "Names a child",
    )


def test_the_writer_is_told_why() -> None:
    post = hide_post(post=reply(question()), by=moderator(), reason="Names a child")
    assert Notice.objects.get(person=post.author).detail == "Names a child"


def test_notices_of_a_hidden_reply_are_taken_back() -> None:
    thread = question()
    hide_post(post=reply(thread), by=moderator(), reason="Names a child")
    assert not Notice.objects.filter(person=thread.author).exists()


def test_hiding_the_question_hides_the_thread() -> None:
    thread = question()
    hide_post(post=first_post(thread), by=moderator(), reason="Names a child")
    thread.refresh_from_db()
    assert thread.hidden_at is not None


def test_a_hidden_answer_is_accepted_no_longer() -> None:
    thread = question()
    post = reply(thread)
    accept_answer(post=post, by=thread.author)
    hide_post(post=post, by=moderator(), reason="Wrong in law")
    thread.refresh_from_db()
    assert thread.accepted is None


def test_a_post_shown_again_counts_again() -> None:
    thread, person = question(), moderator()
    post = hide_post(post=reply(thread), by=person, reason="Checked")
    unhide_post(post=post, by=person)
    thread.refresh_from_db()
    assert thread.reply_count == 1


def test_a_question_shown_again_shows_the_thread() -> None:
    thread, person = question(), moderator()
    post = hide_post(post=first_post(thread), by=person, reason="Checked")
    unhide_post(post=post, by=person)
    thread.refresh_from_db()
    assert thread.hidden_at is None
