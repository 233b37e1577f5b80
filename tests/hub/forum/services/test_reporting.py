import pytest

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.enums import ReportReason
from hub.forum.models import Report
from hub.forum.services import handle_report, report_post
from hub.notices.models import Notice
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
