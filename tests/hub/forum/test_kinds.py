from collections.abc import Callable

import pytest
from django.db.models import Model

from hub.access.readers import ANONYMOUS, reader_for
from hub.access.registry import Kind, kind_named, kind_of
from hub.access.rules import EVERYONE, rule
from hub.access.tokens import MEMBER
from hub.forum.enums import ThreadKind
from hub.forum.models import Thread
from hub.forum.services import accept_answer, hide_post
from tests.factories.forum import (
    ThemeFactory,
    first_post,
    members_space,
    moderator,
    question,
    reply,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def thread_kind() -> Kind:
    return kind_named("thread")


def test_a_thread_is_found_by_its_model() -> None:
    assert kind_of(question()) is thread_kind()


def test_the_document_has_a_section_for_each_visible_post() -> None:
    thread = question(title="Who refers?", body="Nobody **knows**.")
    reply(thread, body="You do.")
    hide_post(post=reply(thread, body="A name"), by=moderator(), reason="Names a child")
    document = thread_kind().document(thread_kind().live().get())
    assert [(s.anchor, s.text) for s in document.sections] == [
        ("post-1", "Nobody knows."),
        ("post-2", "You do."),
    ]


def test_the_accepted_answer_is_named_and_the_question_is_solved() -> None:
    thread = question()
    reply(thread)
    accept_answer(post=reply(thread), by=thread.author)
    document = thread_kind().document(thread_kind().live().get())
    assert [s.heading for s in document.sections] == ["Question", "Answer", "Accepted answer"]
    assert document.solved is True


def test_a_question_is_not_solved_before_an_answer_is_accepted_nor_after_it_is_hidden() -> None:
    thread = question()
    said = reply(thread)
    assert thread_kind().document(thread_kind().live().get()).solved is False
    accept_answer(post=said, by=thread.author)
    hide_post(post=said, by=moderator(), reason="Names a child")
    assert thread_kind().document(thread_kind().live().get()).solved is False


def test_a_discussion_is_neither_solved_nor_unsolved_and_says_what_it_is() -> None:
    thread = question(kind=ThreadKind.DISCUSSION)
    reply(thread)
    document = thread_kind().document(thread_kind().live().get())
    assert [section.heading for section in document.sections] == ["Discussion", "Reply"]
    assert document.solved is None
    assert "Discussion" in thread_kind().card(thread).meta


def test_the_document_names_nobody() -> None:
    thread = question(author=UserFactory(name="Priya Nandakumar"))
    assert "Priya" not in str(thread_kind().document(thread))


def test_the_document_carries_its_themes() -> None:
    thread = question(themes=[ThemeFactory(slug="mapping")])
    assert thread_kind().document(thread).themes == ("mapping",)


def test_documents_cost_the_same_queries_however_many(django_assert_num_queries) -> None:
    for number in range(4):
        reply(question(title=f"Question {number}"))
    with django_assert_num_queries(3):
        assert len([thread_kind().document(thread) for thread in thread_kind().live()]) == 4


def test_a_hidden_thread_is_neither_live_nor_readable() -> None:
    person = moderator()
    hide_post(post=first_post(question()), by=person, reason="Names a child")
    assert not thread_kind().live().exists()
    assert not thread_kind().readable(reader_for(person)).exists()


def test_the_rule_is_that_of_the_space() -> None:
    assert thread_kind().rule(question()) == EVERYONE
    assert thread_kind().rule(question(space=members_space())) == rule([MEMBER])


def test_readable_obeys_the_rule() -> None:
    thread = question(space=members_space())
    assert not thread_kind().readable(ANONYMOUS).exists()
    assert thread_kind().readable(reader_for(UserFactory())).get() == thread


def test_the_card_says_where_it_stands() -> None:
    thread = question()
    accept_answer(post=reply(thread), by=thread.author)
    thread.refresh_from_db()
    assert thread_kind().card(thread).meta == (thread.space.name, "1 answer", "Solved")


def test_a_post_and_a_space_touch_their_threads() -> None:
    thread = question()
    touched = [list(touch(part)) for touch, part in _parts(thread)]
    assert touched == [[thread], [thread]]


def _parts(thread: Thread) -> list[tuple[Callable, Model]]:
    parts = thread_kind().parts
    things = {type(thing): thing for thing in (first_post(thread), thread.space)}
    return [(parts[model], thing) for model, thing in things.items()]
