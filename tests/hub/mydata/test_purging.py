from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from hub.access import personal_data
from hub.access.enums import Role
from hub.access.models import DetailsCheck
from hub.access.services import record_details_check
from hub.core.personal_details.checking import Decision, Outcome
from hub.forum.enums import ReportReason
from hub.forum.models import DutyShift, Report
from hub.forum.services import report_post
from hub.mydata import ticks
from hub.mydata.models import PurgedDay
from hub.mydata.services import purge_due, purge_everything
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.duty import HOUR, shift
from tests.factories.forum import question
from tests.factories.notices import NoticeFactory
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def ago(kept: str, *, spare: int = 0) -> datetime:
    """A moment just past the period, or `spare` days short of it."""
    days = settings.RETENTION_DAYS[kept] - spare
    return timezone.now() - timedelta(days=days, minutes=0 if spare else 1)


def purge() -> None:
    purge_everything(now=timezone.now())


def test_read_notices_go_after_their_days_and_unread_ones_stay() -> None:
    NoticeFactory(text="old", read_at=ago("notices"))
    NoticeFactory(text="younger", read_at=ago("notices", spare=1))
    NoticeFactory(text="unread", created_at=ago("notices"))
    purge()
    assert set(Notice.objects.values_list("text", flat=True)) == {"younger", "unread"}


def test_counts_of_checks_for_personal_details_go_after_their_days() -> None:
    for place, at in (
        ("old", ago("details_checks")),
        ("younger", ago("details_checks", spare=1)),
    ):
        check = record_details_check(
            outcome=Outcome(place=place, kinds={"telephone": 1}, decision=Decision.WARNED)
        )
        DetailsCheck.objects.filter(pk=check.pk).update(at=at)
    purge()
    assert list(DetailsCheck.objects.values_list("place", flat=True)) == ["younger"]


def test_a_period_is_changed_in_the_table(settings: object) -> None:
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "notices": 1}
    NoticeFactory(read_at=timezone.now() - timedelta(days=2))
    purge()
    assert not Notice.objects.exists()


def test_closed_reports_go_and_open_ones_stay() -> None:
    post = question().posts.get()
    for age in (ago("reports"), None):
        report = report_post(post=post, reporter=UserFactory(), reason=ReportReason.OTHER, note="")
        Report.objects.filter(pk=report.pk).update(handled_at=age, created_at=ago("reports"))
    purge()
    assert list(Report.objects.values_list("handled_at", flat=True)) == [None]


def test_duty_shifts_go_after_their_days_and_younger_ones_stay() -> None:
    for ended in (ago("duty_shifts"), ago("duty_shifts", spare=1)):
        shift(begins=ended - HOUR, ends=ended)
    purge()
    assert DutyShift.objects.get().ends > ago("duty_shifts")


def test_sign_ins_that_ran_out_go_with_what_was_known_of_the_browser() -> None:
    person = UserFactory()
    old, live = sign_in(Client(), person), sign_in(Client(), person)
    for browser in (old, live):
        UserSession.objects.create(
            user=person, ip="192.0.2.1", user_agent="x", session_key=browser.session.session_key
        )
    UserSession.objects.update(created_at=ago("sessions"))
    Session.objects.filter(pk=old.session.session_key).update(expire_date=ago("sessions"))
    purge()
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [
        live.session.session_key
    ]


def unconfirmed(**fields: object) -> User:
    return UserFactory(confirmed=False, date_joined=ago("unconfirmed"), **fields)


def test_accounts_never_confirmed_go_and_others_stay() -> None:
    gone = unconfirmed()
    young = UserFactory(confirmed=False)
    with_a_role = with_role(unconfirmed(), Role.MEMBER)
    has_signed_in = unconfirmed(last_login=timezone.now())
    confirmed = UserFactory(date_joined=ago("unconfirmed"))
    both = UserFactory(date_joined=ago("unconfirmed"))
    EmailAddress.objects.create(user=both, email="new@agency.example", verified=False)
    purge()
    stays = {young, with_a_role, has_signed_in, confirmed, both}
    assert set(User.objects.filter(erased_at=None)) == stays
    assert gone not in stays


def test_purging_again_deletes_nothing_more() -> None:
    NoticeFactory(read_at=ago("notices"))
    assert purge_everything(now=timezone.now()) == (1, True)
    assert purge_everything(now=timezone.now()) == (0, True)


def test_many_rows_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "BATCH", 2)
    for _ in range(5):
        NoticeFactory(read_at=ago("notices"))
    purge()
    assert not Notice.objects.exists()


def test_a_purge_that_is_not_through_goes_on_at_the_next_tick(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(personal_data, "BATCH", 1)
    monkeypatch.setattr("hub.mydata.services.purging.BATCHES_A_TICK", 2)
    for _ in range(3):
        NoticeFactory(read_at=ago("notices"))
    day, now = timezone.localdate(), timezone.now()
    assert purge_due(day=day, now=now) == 2
    assert not PurgedDay.objects.exists()
    assert purge_due(day=day, now=now) == 1
    assert purge_due(day=day, now=now) is None


def test_it_runs_once_a_day_and_at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    night = timezone.make_aware(datetime(2026, 3, 29, 2, 30))
    clock = SimpleNamespace(now=lambda: night, localtime=timezone.localtime)
    monkeypatch.setattr(ticks, "timezone", clock)
    assert "deleted" in ticks.purge_nightly()
    assert ticks.purge_nightly() == "done today"
    clock.now = lambda: night + timedelta(hours=22)
    assert ticks.purge_nightly() == "not yet"
    clock.now = lambda: night + timedelta(hours=24)
    assert "deleted" in ticks.purge_nightly()
