import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.forum.enums import ReportReason
from hub.forum.models import Report
from hub.forum.services import handle_report, hide_post, report_post
from tests.factories.forum import members_space, moderator, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def reported(space=None, reason: ReportReason = ReportReason.SPAM, note: str = "") -> Report:
    post = reply(question(space=space))
    return report_post(post=post, reporter=UserFactory(), reason=reason, note=note)


def test_a_member_reports_a_post(as_person) -> None:
    post, person = reply(question()), UserFactory()
    path = f"/forum/posts/{post.pk}/report/"
    response = as_person(person).post(path, {"reason": "risk", "note": "Tonight"}, follow=True)
    assert "The moderators have been told." in response.content.decode()
    assert Report.objects.get().reporter == person


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


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.get("/forum/reports/").url.startswith("/accounts/login/")


@pytest.mark.parametrize("local", [False, True])
def test_the_reports_are_for_moderators_of_the_hub(as_person, local: bool) -> None:
    person = UserFactory()
    if local:
        with_role(person, Role.MODERATOR, area=AreaFactory())
    assert as_person(person).get("/forum/reports/").status_code == 404


def test_reports_of_people_at_risk_come_first(as_person) -> None:
    reported(note="About adverts")
    reported(reason=ReportReason.RISK, note="About tonight")
    handle_report(report=reported(note="Long done"), by=moderator())
    page = as_person(moderator()).get("/forum/reports/").content.decode()
    assert page.index("About tonight") < page.index("About adverts") < page.index("Long done")


def test_a_report_shows_the_words_that_were_reported(as_person) -> None:
    report = reported(note="It names a place")
    page = as_person(moderator()).get("/forum/reports/").content.decode()
    assert report.post.body in page


def test_a_moderator_sees_no_report_from_a_space_that_is_closed_to_them(as_person) -> None:
    report = reported(space=space_of_area(AreaFactory()), note="Closed matter")
    browser = as_person(moderator())
    assert "Closed matter" not in browser.get("/forum/reports/").content.decode()
    assert browser.post(f"/forum/reports/{report.pk}/handle/").status_code == 404


def test_a_moderator_handles_a_report(as_person) -> None:
    report, person = reported(), moderator()
    as_person(person).post(f"/forum/reports/{report.pk}/handle/")
    report.refresh_from_db()
    assert report.handled_by == person


def test_a_member_handles_no_report(as_person) -> None:
    assert as_person().post(f"/forum/reports/{reported().pk}/handle/").status_code == 404


def test_reports_cost_the_same_queries_however_many(as_person) -> None:
    browser, space, counts = as_person(moderator()), members_space(), []
    for more in (3, 15):
        for _ in range(more):
            reported(space=space)
        with CaptureQueriesContext(connection) as queries:
            browser.get("/forum/reports/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


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
