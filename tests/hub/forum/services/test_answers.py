import pytest

from hub.forum.services import accept_answer, hide_post, unaccept_answer
from hub.notices.models import Notice
from tests.factories.forum import first_post, moderator, question, reply

pytestmark = pytest.mark.django_db


def test_an_accepted_answer_solves_the_thread() -> None:
    thread = question()
    post = reply(thread)
    accept_answer(post=post, by=thread.author)
    thread.refresh_from_db()
    assert thread.accepted == post


def test_accepting_another_answer_replaces_the_first() -> None:
    thread = question()
    first, second = reply(thread), reply(thread)
    accept_answer(post=first, by=thread.author)
    assert accept_answer(post=second, by=thread.author).accepted == second


def test_accepting_twice_tells_the_writer_once() -> None:
    thread = question()
    post = reply(thread)
    accept_answer(post=post, by=thread.author)
    accept_answer(post=post, by=thread.author)
    assert Notice.objects.filter(person=post.author).count() == 1


def test_the_question_cannot_answer_itself() -> None:
    thread = question()
    with pytest.raises(ValueError, match="visible reply"):
        accept_answer(post=first_post(thread), by=thread.author)


def test_a_hidden_reply_cannot_be_accepted() -> None:
    thread = question()
    post = reply(thread)
    hide_post(post=post, by=moderator(), reason="Names a child")
    with pytest.raises(ValueError, match="visible reply"):
        accept_answer(post=post, by=thread.author)


def test_an_acceptance_can_be_taken_back() -> None:
    thread = question()
    accept_answer(post=reply(thread), by=thread.author)
    assert unaccept_answer(thread=thread).accepted is None
