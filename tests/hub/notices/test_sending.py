import smtplib
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import area_token
from hub.forum.services import hide_post
from hub.notices import sending
from hub.notices.gathering import gather
from hub.notices.models import Mail, Notice
from hub.notices.sending import send_due_notices
from hub.notices.services import mark_read, subscribe
from hub.notices.sweeping import LEASE, claim
from tests.factories.forum import first_post, members_space, moderator, question
from tests.factories.notices import NoticeFactory
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def sweep() -> int:
    return send_due_notices.call()


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(*_args: object) -> int:
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def test_a_due_notice_is_sent_once() -> None:
    notice = NoticeFactory(text="Somebody replied")
    assert (sweep(), sweep()) == (1, 0)
    notice.refresh_from_db()
    assert [message.subject for message in mail.outbox] == ["Somebody replied"]
    assert notice.emailed_at is not None


def test_a_notice_without_email_is_not_sent() -> None:
    NoticeFactory(email_due_at=None)
    assert sweep() == 0


def test_access_is_asked_again_at_sending() -> None:
    thread, person = question(space=members_space()), UserFactory()
    notice = NoticeFactory(person=person, kind="thread", object_id=thread.pk)
    wanted = rule([area_token(AreaFactory().pk)])
    thread.space.access_rule = AccessRule.objects.for_rule(wanted)
    thread.space.save()
    sweep()
    notice.refresh_from_db()
    assert mail.outbox == []
    assert (notice.email_due_at, notice.emailed_at) == (None, None)


def test_a_thread_that_was_hidden_meanwhile_is_not_announced() -> None:
    thread = question()
    NoticeFactory(kind="thread", object_id=thread.pk, text="About the hidden thread")
    hide_post(post=first_post(thread), by=moderator(), reason="Names a child")
    sweep()
    assert "About the hidden thread" not in [message.subject for message in mail.outbox]


def test_a_thread_that_can_be_read_is_announced() -> None:
    NoticeFactory(kind="thread", object_id=question().pk)
    assert sweep() == 1


def test_a_kind_that_is_gone_is_not_announced() -> None:
    NoticeFactory(kind="poll", object_id=1)
    assert sweep() == 0


def test_a_person_who_left_gets_nothing() -> None:
    NoticeFactory(person=UserFactory(is_active=False))
    assert sweep() == 0


def test_a_mail_server_that_is_away_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    NoticeFactory()
    with monkeypatch.context() as away:
        failing(away, ConnectionRefusedError())
        assert sweep() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        assert sweep() == 1


def gathered() -> Mail:
    NoticeFactory()
    gather(timezone.now())
    return Mail.objects.get()


def test_tries_come_further_and_further_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, ConnectionRefusedError())
    mail_row = gathered()
    Mail.objects.update(attempts=4)
    sweep()
    mail_row.refresh_from_db()
    assert timedelta(minutes=15) < mail_row.due_at - timezone.now() < timedelta(minutes=17)
    assert mail_row.attempts == 5


def refused(code: int) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({"person@agency.example": (code, b"no")})


def test_an_address_that_is_refused_for_good_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    failing(monkeypatch, refused(550))
    NoticeFactory.create_batch(2)
    sweep()
    assert not Mail.objects.due(timezone.now() + timedelta(days=1))


@pytest.mark.parametrize("error", [refused(450), smtplib.SMTPDataError(554, b"no")])
def test_a_mail_that_is_refused_for_now_holds_up_no_other_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, error: smtplib.SMTPException
) -> None:
    failing(monkeypatch, error)
    NoticeFactory.create_batch(2)
    sweep()
    assert list(Mail.objects.values_list("attempts", flat=True)) == [1, 1]
    assert Mail.objects.due(timezone.now() + timedelta(days=1)).count() == 2


def test_of_two_runs_at_once_one_takes_a_mail() -> None:
    mail_row = gathered()
    first, second = Mail.objects.get(pk=mail_row.pk), Mail.objects.get(pk=mail_row.pk)
    assert (claim(first), claim(second)) == (True, False)


def test_what_was_read_in_the_hub_meanwhile_is_not_mailed() -> None:
    gathered()
    mark_read(notice=Notice.objects.get())
    assert sweep() == 0
    assert Mail.objects.get().due_at is None


def test_what_a_killed_run_had_taken_is_sent_later() -> None:
    claim(gathered())
    assert sweep() == 0
    with time_machine.travel(timezone.now() + LEASE + timedelta(seconds=1)):
        assert sweep() == 1


def test_more_than_one_batch_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "BATCH", 2)
    NoticeFactory.create_batch(5)
    assert sweep() == 5


def test_the_email_can_be_stopped_with_one_click() -> None:
    thread, person = question(), UserFactory()
    subscribe(person=person, kind="thread", object_id=thread.pk)
    NoticeFactory(person=person, kind="thread", object_id=thread.pk)
    sweep()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/account/notices/unsubscribe/" in headers["List-Unsubscribe"]


def test_the_same_mail_has_the_same_message_id(settings: Callable) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://hub.example"
    mail_row = gathered()
    sweep()
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<notices-{mail_row.pk}@hub.example>"


def test_the_email_holds_a_link_and_nothing_that_was_written() -> None:
    thread = question(body="A sensitive matter")
    NoticeFactory(kind="thread", object_id=thread.pk, url=thread.get_absolute_url())
    sweep()
    assert thread.get_absolute_url() in mail.outbox[0].body
    assert "A sensitive matter" not in mail.outbox[0].body


def test_a_subject_stays_on_one_line() -> None:
    NoticeFactory(text="One\nBcc: everybody@example.org")
    sweep()
    assert mail.outbox[0].subject == "One Bcc: everybody@example.org"


def test_after_days_of_trying_it_is_still_tried_every_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, ConnectionRefusedError())
    mail_row = gathered()
    Mail.objects.update(attempts=400)
    sweep()
    mail_row.refresh_from_db()
    assert timedelta(minutes=59) < mail_row.due_at - timezone.now() < timedelta(minutes=61)
