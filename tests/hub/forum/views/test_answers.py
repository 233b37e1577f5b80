import pytest
from django.test import Client

from hub.forum.services import accept_answer
from tests.factories.forum import first_post, moderator, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_the_asker_accepts_and_takes_back(as_person) -> None:
    thread = question()
    post, asker = reply(thread), as_person(thread.author)
    asker.post(f"/forum/posts/{post.pk}/accept/")
    thread.refresh_from_db()
    assert thread.accepted == post
    asker.post(f"/forum/threads/{thread.pk}/unaccept/")
    thread.refresh_from_db()
    assert thread.accepted is None


def test_a_moderator_accepts(as_person) -> None:
    thread = question()
    as_person(moderator()).post(f"/forum/posts/{reply(thread).pk}/accept/")
    thread.refresh_from_db()
    assert thread.is_solved


def test_others_can_neither_accept_nor_take_back(as_person) -> None:
    thread = question()
    post, other = reply(thread), as_person()
    assert other.post(f"/forum/posts/{post.pk}/accept/").status_code == 404
    accept_answer(post=post, by=thread.author)
    assert other.post(f"/forum/threads/{thread.pk}/unaccept/").status_code == 404


def test_a_moderator_has_no_power_in_a_space_that_is_closed_to_them(as_person) -> None:
    post = reply(question(space=space_of_area(AreaFactory())))
    assert as_person(moderator()).post(f"/forum/posts/{post.pk}/accept/").status_code == 404


def test_the_question_is_no_answer(as_person) -> None:
    thread = question()
    path = f"/forum/posts/{first_post(thread).pk}/accept/"
    assert as_person(thread.author).post(path).status_code == 404


def test_accepting_is_never_a_get(as_person) -> None:
    thread = question()
    path = f"/forum/posts/{reply(thread).pk}/accept/"
    assert as_person(thread.author).get(path).status_code == 405


def test_a_post_without_its_token_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    thread = question()
    strict.force_login(thread.author)
    assert strict.post(f"/forum/posts/{reply(thread).pk}/accept/").status_code == 403


def test_only_who_may_accept_is_offered_to(as_person) -> None:
    thread = question()
    reply(thread)
    path = thread.get_absolute_url()
    assert "Accept this answer" in as_person(thread.author).get(path).content.decode()
    assert "Accept this answer" not in as_person(UserFactory()).get(path).content.decode()
