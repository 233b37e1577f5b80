import pytest

from hub.access.enums import Role
from hub.forum.enums import Decision, ReportReason
from hub.forum.models import Report
from hub.forum.services import decide_case, report_post
from hub.notices.enums import Category, Rhythm
from hub.notices.models import Notice, NoticeChoices
from tests.factories.forum import (
    SpaceFactory,
    moderator,
    moderator_of,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def test_a_report_tells_the_moderators_of_the_hub() -> None:
    person = moderator()
    report_post(post=reply(question()), reporter=UserFactory(), reason=ReportReason.RISK)
    assert "Someone may be at risk now" in Notice.objects.get(person=person).text


def test_a_moderator_of_one_area_is_not_told() -> None:
    person = with_role(UserFactory(), Role.MODERATOR, area=AreaFactory())
    report_post(post=reply(question()), reporter=UserFactory(), reason=ReportReason.SPAM)
    assert not Notice.objects.filter(person_id=person.pk).exists()


def test_a_report_tells_the_moderators_of_its_space_alone() -> None:
    space = SpaceFactory()
    there, elsewhere = moderator_of(space), moderator_of(SpaceFactory())
    post = reply(question(space=space))
    report_post(post=post, reporter=UserFactory(), reason=ReportReason.SPAM)
    told = Notice.objects.filter(url="/forum/reports/").values_list("person_id", flat=True)
    assert there.pk in told
    assert elsewhere.pk not in told


def test_a_report_tells_no_moderator_whom_the_space_is_closed_to() -> None:
    area = AreaFactory()
    space = space_of_area(area)
    inside = moderator_of(space, with_role(UserFactory(), Role.PRACTITIONER, area=area))
    moderator_of(space)
    post = reply(question(space=space))
    report_post(post=post, reporter=UserFactory(), reason=ReportReason.SPAM)
    told = Notice.objects.filter(url="/forum/reports/").values_list("person_id", flat=True)
    assert list(told) == [inside.pk]


def test_a_second_report_by_the_same_person_changes_the_first() -> None:
    post, person = reply(question()), UserFactory()
    report_post(post=post, reporter=person, reason=ReportReason.SPAM)
    report_post(post=post, reporter=person, reason=ReportReason.RISK, note="Tonight")
    assert Report.objects.get().reason == ReportReason.RISK


def test_a_report_that_is_mended_is_told_of_once() -> None:
    post, person, told = reply(question()), UserFactory(), moderator()
    for note in ("Odd", "Very odd"):
        report_post(post=post, reporter=person, reason=ReportReason.SPAM, note=note)
    assert Notice.objects.filter(person=told).count() == 1


def test_a_report_that_turns_into_a_risk_is_told_of_again() -> None:
    post, person, told = reply(question()), UserFactory(), moderator()
    for reason in (ReportReason.SPAM, ReportReason.RISK):
        report_post(post=post, reporter=person, reason=reason)
    assert Notice.objects.filter(person=told, category=Category.ALARM).count() == 1


def test_a_risk_is_mailed_at_once_in_quiet_hours_to_somebody_who_wants_no_mail() -> None:
    told = moderator()
    NoticeChoices.objects.create(person=told, task=Rhythm.HUB, quiet_from=0, quiet_until=23)
    report_post(post=reply(question()), reporter=UserFactory(), reason=ReportReason.RISK)
    notice = Notice.objects.get(person=told)
    assert notice.email_due_at == notice.created_at


def test_the_notice_of_a_risk_says_who_to_call() -> None:
    told = moderator()
    report_post(post=reply(question()), reporter=UserFactory(), reason=ReportReason.RISK)
    assert "call 999" in Notice.objects.get(person=told).text


def test_two_reports_of_a_post_are_one_case() -> None:
    post = reply(question())
    for reason in (ReportReason.SPAM, ReportReason.ABUSE):
        report_post(post=post, reporter=UserFactory(), reason=reason)
    assert post.cases.count() == 1


def test_after_a_decision_a_post_can_be_reported_anew() -> None:
    post, person = reply(question()), UserFactory()
    first = report_post(post=post, reporter=person, reason=ReportReason.SPAM)
    decide_case(case=post.cases.get(), by=moderator(), decision=Decision.NOTHING)
    assert report_post(post=post, reporter=person, reason=ReportReason.SPAM) != first
    assert post.cases.waiting().count() == 1
