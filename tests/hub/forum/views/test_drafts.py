"""What was typed survives a session that ended meanwhile."""

import pytest
from django.test import Client

from hub.forum.models import Thread
from tests.factories.forum import SpaceFactory, ThemeFactory, question
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def post_after_session_ended(client: Client, path: str, data: dict[str, object]) -> str:
    """Opens the form, loses the session, posts; returns where the browser is sent."""
    mark = client.get(path).context["writer"]
    client.cookies.clear()
    return client.post(path, {**data, "writer": mark}).url


def test_a_question_is_there_again_after_signing_in(client: Client) -> None:
    person, theme = UserFactory(), ThemeFactory()
    data = {"title": "Who refers?", "body": "Nobody knows.", "themes": [theme.slug]}
    sent_to = post_after_session_ended(sign_in(client, person), "/forum/ask/", data)
    form = sign_in(client, person).get("/forum/ask/").context["form"]
    assert sent_to == "/accounts/login/?next=/forum/ask/"
    assert form["body"].value() == "Nobody knows."
    assert form["themes"].value() == [theme.slug]


def test_a_reply_is_there_again_after_signing_in(client: Client) -> None:
    person, path = UserFactory(), f"/forum/threads/{question().pk}/reply/"
    post_after_session_ended(sign_in(client, person), path, {"body": "You do."})
    assert "You do." in sign_in(client, person).get(path).content.decode()


@pytest.mark.parametrize(
    ("path", "typed", "left_out"),
    [
        ("/account/profile/", {"job_title": "Panel chair"}, "agency_type"),
        ("/account/notices/choices/each/", {"weekly_day": "4"}, "mails_overflow"),
    ],
)
def test_what_was_chosen_is_there_again(
    client: Client, path: str, typed: dict[str, str], left_out: str
) -> None:
    person = UserFactory()
    post_after_session_ended(sign_in(client, person), path, typed)
    form = sign_in(client, person).get(path).context["form"]
    assert {name: form[name].value() for name in typed} == typed
    assert not form[left_out].value()


def test_the_next_person_at_the_computer_does_not_see_it(client: Client) -> None:
    post_after_session_ended(sign_in(client, UserFactory()), "/forum/ask/", {"body": "Mine."})
    session = client.session["drafts"]
    other = sign_in(client, UserFactory())
    kept = other.session
    kept["drafts"] = session
    kept.save()
    assert "Mine." not in other.get("/forum/ask/").content.decode()


def test_a_post_that_no_form_of_ours_made_is_not_kept(client: Client) -> None:
    client.post("/forum/ask/", {"body": "From nowhere.", "writer": "forged"})
    assert "drafts" not in client.session


def test_the_draft_goes_when_it_is_posted(client: Client) -> None:
    person, space = UserFactory(), SpaceFactory()
    data = {"title": "Who refers?", "body": "Nobody knows.", "space": space.pk}
    post_after_session_ended(sign_in(client, person), "/forum/ask/", data)
    sign_in(client, person).post("/forum/ask/", data)
    assert Thread.objects.count() == 1
    assert "drafts" not in client.session


def test_a_text_whose_form_went_stale_is_there_again_when_the_form_is_opened() -> None:
    client = sign_in(Client(enforce_csrf_checks=True), UserFactory())
    mark = client.get("/forum/ask/").context["writer"]
    answer = client.post("/forum/ask/", {"body": "Typed at length.", "writer": mark})
    assert answer.status_code == 403
    assert 'href="/forum/ask/"' in answer.content.decode()
    assert client.get("/forum/ask/").context["form"]["body"].value() == "Typed at length."


def test_a_stale_form_that_is_not_ours_promises_nothing() -> None:
    client = sign_in(Client(enforce_csrf_checks=True), UserFactory())
    page = client.post("/forum/ask/", {"body": "Forged."}).content.decode()
    assert "What you typed is kept" not in page
    assert "Forged." not in client.get("/forum/ask/").content.decode()
