"""Who is alarmed when somebody may be at risk, when, and how often."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from hub.core.ticks import ticks
from hub.forum.enums import Decision, ReportReason
from hub.forum.models import Case, Post, Report, Space
from hub.forum.services import alarming, claim_case, decide_case, release_case, report_post
from hub.forum.services.alarming import pass_alarms_on
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.users.models import User
from tests.factories.duty import moderator_on_duty, shift
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

LATER = timedelta(minutes=15)


def told(category: Category) -> list[int]:
    """By id, each as often as they were told."""
    found = Notice.objects.filter(category=category, url="/forum/reports/")
    return sorted(found.values_list("person_id", flat=True))


def alarmed() -> list[int]:
    return told(Category.ALARM)


def at_risk(
    post: Post | None = None, reporter: User | None = None, space: Space | None = None
) -> Case:
    post = post or reply(question(space=space))
    report_post(post=post, reporter=reporter or UserFactory(), reason=ReportReason.RISK)
    return post.cases.waiting().get()


def after(wait: timedelta = LATER) -> None:
    """The worker comes so long afterwards."""
    with time_machine.travel(timezone.now() + wait):
        pass_alarms_on()


class TestAtOnce:
    def test_those_on_duty_are_alarmed_and_the_others_are_told(self) -> None:
        first, second, other = moderator_on_duty(), moderator_on_duty(), moderator()
        of_space = moderator_of(SpaceFactory())
        at_risk(space=of_space_of(of_space))
        assert alarmed() == sorted([first.pk, second.pk])
        assert told(Category.TASK) == sorted([other.pk, of_space.pk])

    def test_the_alarm_goes_by_mail_at_once(self) -> None:
        first, other = moderator_on_duty(), moderator()
        at_risk()
        send_due_notices.call()
        sent = {
            address for message in mail.outbox for address in message.to if "999" in message.body
        }
        assert sent == {first.email}
        assert other.email not in sent

    def test_where_nobody_is_on_duty_everybody_is_alarmed(self) -> None:
        people = [moderator(), moderator()]
        now = timezone.now()
        shift(people[0], begins=now - 2 * LATER, ends=now)
        at_risk()
        assert alarmed() == sorted(person.pk for person in people)
        assert told(Category.TASK) == []

    def test_whoever_lost_the_role_is_not_alarmed_and_everybody_else_is(self) -> None:
        former, other = moderator_on_duty(), moderator()
        former.memberships.update(ends_on=timezone.localdate() - timedelta(days=1))
        at_risk()
        assert alarmed() == [other.pk]

    def test_whoever_left_is_not_alarmed_and_everybody_else_is(self) -> None:
        former, other = moderator_on_duty(), moderator()
        User.objects.filter(pk=former.pk).update(is_active=False)
        at_risk()
        assert alarmed() == [other.pk]

    def test_where_nobody_on_duty_reads_the_space_everybody_is_alarmed(self) -> None:
        area = AreaFactory()
        outside, inside = moderator_on_duty(), with_role(moderator(), "practitioner", area=area)
        at_risk(space=space_of_area(area))
        assert alarmed() == sorted([outside.pk, inside.pk])

    def test_whoever_wrote_or_reported_the_post_is_not_left_alone_with_it(self) -> None:
        on_duty, other = moderator_on_duty(), moderator()
        at_risk(post=reply(question(), author=on_duty))
        at_risk(reporter=on_duty)
        assert alarmed() == sorted([on_duty.pk, other.pk] * 2)

    def test_who_is_alarmed_does_not_tell_who_wrote_without_a_name(self) -> None:
        on_duty = moderator_on_duty()
        moderator()
        at_risk(post=reply(question(), author=on_duty, anonymous=True))
        assert alarmed() == [on_duty.pk]

    def test_other_reports_alarm_nobody(self) -> None:
        people = [moderator_on_duty(), moderator()]
        post = reply(question())
        report_post(post=post, reporter=UserFactory(), reason=ReportReason.SPAM)
        assert alarmed() == []
        assert told(Category.TASK) == sorted(person.pk for person in people)

    def test_a_second_report_alarms_those_on_duty_again(self) -> None:
        first = moderator_on_duty()
        case = at_risk()
        at_risk(post=case.post)
        assert alarmed() == [first.pk] * 2

    def test_a_demonstration_is_mailed_to_nobody(self) -> None:
        moderator_on_duty()
        report_post(
            post=reply(question()),
            reporter=UserFactory(),
            reason=ReportReason.RISK,
            at=timezone.now() - timedelta(minutes=1),
        )
        assert not Notice.objects.to_mail().filter(category=Category.ALARM).exists()
        assert Case.objects.get().alarm_due_at is None


def of_space_of(person: User) -> Space:
    return Space.objects.get(moderators__person=person)


class TestLater:
    def test_what_nobody_takes_on_alarms_all_the_others_once(self) -> None:
        first, other, third = moderator_on_duty(), moderator(), moderator()
        at_risk()
        for wait in (LATER, 2 * LATER, timedelta(days=1)):
            after(wait)
        assert alarmed() == sorted([first.pk, other.pk, third.pk])

    def test_before_its_time_nobody_else_is_alarmed(self) -> None:
        first = moderator_on_duty()
        moderator()
        at_risk()
        after(LATER - timedelta(seconds=5))
        assert alarmed() == [first.pk]

    @pytest.mark.parametrize("decided", [False, True])
    def test_what_is_claimed_or_decided_alarms_nobody_else(self, decided: bool) -> None:
        first, _other = moderator_on_duty(), moderator()
        case = at_risk()
        if decided:
            decide_case(case=case, by=first, decision=Decision.NOTHING)
        else:
            claim_case(case=case, by=first)
        after()
        assert alarmed() == [first.pk]

    def test_what_is_released_again_alarms_the_others(self) -> None:
        first, other = moderator_on_duty(), moderator()
        case = at_risk()
        claim_case(case=case, by=first)
        release_case(case=case, by=first)
        after()
        assert alarmed() == sorted([first.pk, other.pk])

    def test_a_claim_that_lapsed_alarms_the_others(self) -> None:
        first, other = moderator_on_duty(), moderator()
        claim_case(case=at_risk(), by=first)
        after(timedelta(hours=5))
        assert alarmed() == sorted([first.pk, other.pk])

    def test_a_claim_from_before_the_alarm_counts_for_nothing(self) -> None:
        first, other = moderator_on_duty(), moderator()
        post = reply(question())
        report_post(post=post, reporter=UserFactory(), reason=ReportReason.SPAM)
        claim_case(case=post.cases.get(), by=other)
        Case.objects.update(claimed_at=timezone.now() - timedelta(hours=1))
        at_risk(post=post)
        after()
        assert alarmed() == sorted([first.pk, other.pk])

    def test_a_decided_case_alarms_nobody_for_a_later_report_of_the_post(self) -> None:
        first, _other = moderator_on_duty(), moderator()
        case = at_risk()
        decide_case(case=case, by=first, decision=Decision.NOTHING)
        with time_machine.travel(timezone.now() + timedelta(minutes=10)):
            at_risk(post=case.post)
        after()
        assert alarmed() == [first.pk] * 2

    def test_a_report_that_says_no_longer_that_somebody_is_at_risk_alarms_nobody_else(self) -> None:
        first = moderator_on_duty()
        moderator()
        case = at_risk()
        Report.objects.update(reason=ReportReason.OTHER)
        after()
        assert alarmed() == [first.pk]
        assert case.is_open

    def test_a_second_report_does_not_alarm_the_others_twice(self) -> None:
        moderator_on_duty()
        other = moderator()
        case = at_risk()
        after()
        at_risk(post=case.post)
        after(3 * LATER)
        assert alarmed().count(other.pk) == 1

    def test_a_second_report_does_not_put_the_others_off(self) -> None:
        moderator_on_duty()
        other = moderator()
        case = at_risk()
        with time_machine.travel(timezone.now() + timedelta(minutes=10)):
            at_risk(post=case.post)
        after()
        assert other.pk in alarmed()

    def test_whoever_was_on_duty_is_not_alarmed_again_when_the_rota_has_changed(self) -> None:
        on_duty, other = shift(), moderator()
        at_risk()
        on_duty.delete()
        after()
        assert alarmed() == sorted([on_duty.person_id, other.pk])

    def test_a_worker_killed_in_between_alarms_everybody_once_in_the_end(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, other = moderator_on_duty(), moderator()
        at_risk()
        real = alarming.notify

        def killed_before(**options: object) -> None:
            raise KeyboardInterrupt

        def killed_after(**options: object) -> None:
            real(**options)
            raise KeyboardInterrupt

        for killed in (killed_before, killed_after):
            fail_once(monkeypatch, killed)
            assert alarmed() == [first.pk]
        monkeypatch.setattr(alarming, "notify", real)
        after()
        after()
        assert alarmed() == sorted([first.pk, other.pk])

    def test_another_run_that_was_faster_leaves_nothing_to_do(self) -> None:
        moderator_on_duty()
        moderator()
        case, now = at_risk(), timezone.now() + LATER
        assert alarming.pass_on(case, now)
        assert not alarming.pass_on(case, now)

    def test_the_worker_does_it(self) -> None:
        assert pass_alarms_on in [tick.run for tick in ticks()]


def fail_once(monkeypatch: pytest.MonkeyPatch, killed: Callable[..., None]) -> None:
    monkeypatch.setattr(alarming, "notify", killed)
    with pytest.raises(KeyboardInterrupt):
        after()
