import pytest
from django.test import Client

from hub.forum.services import edit_post, hide_post
from tests.factories.forum import first_post, members_space, moderator, question, reply
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_a_writer_edits_a_reply(as_person) -> None:
    post = reply(question())
    data = {"body": "Write to them.", "version": 1}
    as_person(post.author).post(f"/forum/posts/{post.pk}/edit/", data)
    post.refresh_from_db()
    assert post.body == "Write to them."


def test_an_asker_edits_the_title_too(as_person) -> None:
    thread = question()
    data = {"title": "A better title", "body": "Text.", "version": 1}
    as_person(thread.author).post(f"/forum/posts/{first_post(thread).pk}/edit/", data)
    thread.refresh_from_db()
    assert thread.title == "A better title"


def test_somebody_who_meanwhile_edited_is_not_overwritten_and_nothing_is_lost(as_person) -> None:
    post = reply(question())
    edit_post(post=post, editor=post.author, body="Saved first.", version=1)
    data = {"body": "Typed second.", "version": 1}
    response = as_person(post.author).post(f"/forum/posts/{post.pk}/edit/", data)
    page = response.content.decode()
    assert (response.status_code, response.context["form"]["version"].value()) == (409, 2)
    assert "Saved first." in page
    assert "Typed second." in page


def test_a_preview_of_an_edit_saves_nothing(as_person) -> None:
    post = reply(question(), body="Old.")
    data = {"body": "New.", "version": 1, "preview": "1"}
    as_person(post.author).post(f"/forum/posts/{post.pk}/edit/", data)
    post.refresh_from_db()
    assert post.body == "Old."


@pytest.mark.parametrize("who", ["stranger", "moderator"])
def test_only_the_writer_edits(as_person, who: str) -> None:
    post = reply(question())
    person = moderator() if who == "moderator" else UserFactory()
    assert as_person(person).get(f"/forum/posts/{post.pk}/edit/").status_code == 404


def test_a_hidden_post_is_not_edited(as_person) -> None:
    person = moderator()
    post = reply(question(), author=person)
    hide_post(post=post, by=person, reason="Names a child")
    assert as_person(person).get(f"/forum/posts/{post.pk}/edit/").status_code == 404


def test_the_history_shows_every_text(client: Client) -> None:
    post = reply(question(), body="First text.")
    edit_post(post=post, editor=post.author, body="Second text.", version=1)
    page = client.get(f"/forum/posts/{post.pk}/history/").content.decode()
    assert page.index("Second text.") < page.index("First text.")


def test_the_history_of_a_post_in_a_closed_space_is_missing(client: Client) -> None:
    post = reply(question(space=members_space()))
    assert client.get(f"/forum/posts/{post.pk}/history/").status_code == 404


def test_the_history_of_a_hidden_post_is_missing(client: Client) -> None:
    post = hide_post(post=reply(question()), by=moderator(), reason="Names a child")
    assert client.get(f"/forum/posts/{post.pk}/history/").status_code == 404
