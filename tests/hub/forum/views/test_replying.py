import pytest
from django.test import Client

from hub.forum.models import Post
from tests.factories.forum import question, space_of_area
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_reply_is_posted_and_the_reader_is_taken_to_it(as_person) -> None:
    thread, person = question(), UserFactory()
    response = as_person(person).post(f"/forum/threads/{thread.pk}/reply/", {"body": "You do."})
    assert response.url == f"{thread.get_absolute_url()}#post-2"
    assert Post.objects.get(number=2).author == person


def test_an_empty_reply_is_refused_beside_the_field(as_person) -> None:
    page = as_person().post(f"/forum/threads/{question().pk}/reply/", {"body": " "})
    assert page.content.decode().count("Write your answer before you post it.") == 2


def test_a_preview_shows_the_reply_and_posts_nothing(as_person) -> None:
    data = {"body": "You *do*.", "preview": "1"}
    page = as_person().post(f"/forum/threads/{question().pk}/reply/", data)
    assert "You <em>do</em>." in page.content.decode()
    assert Post.objects.count() == 1


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    response = client.post(f"/forum/threads/{question().pk}/reply/", {"body": "You do."})
    assert response.url.startswith("/accounts/login/")
    assert Post.objects.count() == 1


def test_nobody_replies_in_a_space_that_they_cannot_read(as_person) -> None:
    thread = question(space=space_of_area(AreaFactory()))
    data = {"body": "You do."}
    assert as_person().post(f"/forum/threads/{thread.pk}/reply/", data).status_code == 404
    assert Post.objects.count() == 1
