import pytest

from hub.forum.models import Report
from hub.forum.services import hide_post
from tests.factories.forum import moderator, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_member_reports_a_post(as_person) -> None:
    post, person = reply(question()), UserFactory()
    path = f"/forum/posts/{post.pk}/report/"
    response = as_person(person).post(path, {"reason": "abuse", "note": "Tonight"}, follow=True)
    assert "The moderators have been told." in response.content.decode()
    assert Report.objects.get().reporter == person


def test_whoever_reports_a_risk_is_told_who_is_alarmed_and_whom_to_call(as_person) -> None:
    path = f"/forum/posts/{reply(question()).pk}/report/"
    page = as_person().post(path, {"reason": "risk"}, follow=True).content.decode()
    assert "Moderators have been alerted. If there is danger now, call 999." in page


def test_the_report_form_says_who_to_call_first(as_person) -> None:
    page = as_person().get(f"/forum/posts/{reply(question()).pk}/report/").content.decode()
    assert page.index("Call 999 first.") < page.index("It is advertising")


def test_a_report_without_a_reason_keeps_its_note(as_person) -> None:
    path = f"/forum/posts/{reply(question()).pk}/report/"
    page = as_person().post(path, {"note": "Tonight"}).content.decode()
    assert "Choose what is wrong with the post." in page
    assert "Tonight" in page


def test_a_post_in_a_closed_space_cannot_be_reported(as_person) -> None:
    post = reply(question(space=space_of_area(AreaFactory())))
    assert as_person().get(f"/forum/posts/{post.pk}/report/").status_code == 404


def test_a_moderator_hides_a_post_with_a_reason(as_person) -> None:
    post = reply(question())
    as_person(moderator()).post(f"/forum/posts/{post.pk}/hide/", {"reason": "Names a child"})
    post.refresh_from_db()
    assert post.hidden_reason == "Names a child"


def test_hiding_needs_a_reason(as_person) -> None:
    post = reply(question())
    page = as_person(moderator()).post(f"/forum/posts/{post.pk}/hide/", {"reason": ""})
    post.refresh_from_db()
    assert "Say why, so that the writer knows." in page.content.decode()
    assert not post.is_hidden


def test_a_moderator_shows_a_post_again(as_person) -> None:
    person = moderator()
    post = hide_post(post=reply(question()), by=person, reason="Checked")
    as_person(person).post(f"/forum/posts/{post.pk}/unhide/")
    post.refresh_from_db()
    assert not post.is_hidden


@pytest.mark.parametrize("act", ["hide", "unhide"])
def test_a_member_neither_hides_nor_shows(as_person, act: str) -> None:
    post = reply(question())
    response = as_person().post(f"/forum/posts/{post.pk}/{act}/", {"reason": "x"})
    assert response.status_code == 404


def test_a_moderator_hides_nothing_in_a_space_that_is_closed_to_them(as_person) -> None:
    post = reply(question(space=space_of_area(AreaFactory())))
    assert as_person(moderator()).get(f"/forum/posts/{post.pk}/hide/").status_code == 404
