import pytest

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.enums import ReportReason
from hub.forum.models import Report
from hub.forum.services import handle_report, report_post
from hub.notices.models import Notice
from tests.factories.forum import moderator, question, reply
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


def test_a_second_report_by_the_same_person_changes_the_first() -> None:
    post, person = reply(question()), UserFactory()
    report_post(post=post, reporter=person, reason=ReportReason.SPAM)
    report_post(post=post, reporter=person, reason=ReportReason.RISK, note="Tonight")
    assert Report.objects.get().reason == ReportReason.RISK


def test_a_handled_report_says_who_handled_it_and_is_recorded() -> None:
    person = moderator()
    report = report_post(post=reply(question()), reporter=UserFactory(), reason=ReportReason.OTHER)
    handle_report(report=report, by=person)
    assert report.handled_by == person
    assert AuditRecord.objects.filter(action="forum.report_handled", person_id=person.pk).exists()


def test_after_it_is_handled_a_post_can_be_reported_anew() -> None:
    post, person = reply(question()), UserFactory()
    first = report_post(post=post, reporter=person, reason=ReportReason.SPAM)
    handle_report(report=first, by=moderator())
    assert report_post(post=post, reporter=person, reason=ReportReason.SPAM) != first
