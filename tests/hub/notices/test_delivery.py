"""Mail to a real server, by processes that are really killed and workers that really race."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.utils import timezone
from pytest_django.fixtures import Settings

from hub.notices.enums import Rhythm
from hub.notices.models import Mail, Notice
from hub.notices.sending import send_due_notices
from hub.notices.sweeping import LEASE
from tests.factories.notices import NoticeFactory
from tests.factories.people import UserFactory
from tests.postbox import Postbox, free_port, open_at

WORKER = Path(__file__).with_name("worker.py")
ROOT = Path(__file__).resolve().parents[3]
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def port(settings: Settings) -> int:
    """Where the hub believes its mail server to be."""
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = SMTP, "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    return settings.EMAIL_PORT


def sweep(after: timedelta = timedelta()) -> int:
    with time_machine.travel(timezone.now() + after, tick=False):
        return send_due_notices.call()


def a_reply_and_a_round_up() -> None:
    person = UserFactory()
    NoticeFactory(person=person)
    NoticeFactory.create_batch(2, person=person, rhythm=Rhythm.WEEKLY)


@contextmanager
def worker(port: int) -> Iterator[subprocess.Popen]:
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, WORKER, str(port)]
    running = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603 our own script
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def kill_at(stage: str, port: int) -> Postbox:
    """Starts a worker and kills it while the server is silent at that stage."""
    with open_at(port, Postbox(stalls_at=stage)) as postbox, worker(port):
        assert postbox.stalled.wait(timeout=60)
    return postbox


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_the_server_took_the_mail_costs_time_only(port: int) -> None:
    a_reply_and_a_round_up()
    assert kill_at("RCPT", port).letters == []
    with open_at(port, Postbox()) as postbox:
        sweep(LEASE + timedelta(seconds=1))
        assert sweep(LEASE * 3) == 0
    assert len(postbox.letters) == 2
    assert not Notice.objects.filter(emailed_at=None).exists()


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_it_noted_that_the_server_took_the_mail_sends_the_same_again(
    port: int,
) -> None:
    a_reply_and_a_round_up()
    before = kill_at("DATA", port).ids
    with open_at(port, Postbox()) as postbox:
        sweep(LEASE + timedelta(seconds=1))
        assert sweep(LEASE * 3) == 0
    assert len(before) == 1
    assert len(postbox.ids) == 2
    assert set(before) < set(postbox.ids)


@pytest.mark.django_db(transaction=True)
def test_workers_that_race_send_each_mail_once() -> None:
    for _ in range(8):
        a_reply_and_a_round_up()
    gate = Barrier(4)

    def run() -> int:
        try:
            gate.wait(timeout=30)
            return send_due_notices.call()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        sent = sum(future.result() for future in [pool.submit(run) for _ in range(4)])
    ids = Counter(message.extra_headers["Message-ID"] for message in mail.outbox)
    assert sent == 16
    assert set(ids.values()) == {1}
    assert Mail.objects.exclude(sent_at=None).count() == 16


@pytest.mark.django_db
def test_while_the_server_is_away_mail_waits_and_then_comes_once(port: int) -> None:
    a_reply_and_a_round_up()
    assert [sweep(timedelta(minutes=n)) for n in (0, 5, 10)] == [0, 0, 0]
    with open_at(port, Postbox()) as postbox:
        assert [sweep(timedelta(hours=n)) for n in (1, 2)] == [2, 0]
    assert len(postbox.letters) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("answer", ["451 Try later", "554 Looks odd"])
def test_a_mail_that_the_server_did_not_take_comes_once_when_it_does(
    port: int, answer: str
) -> None:
    a_reply_and_a_round_up()
    with open_at(port, Postbox()) as postbox:
        postbox.answer = answer
        assert sweep() == 0
        postbox.answer = "250 OK"
        assert [sweep(timedelta(hours=n)) for n in (1, 2)] == [2, 0]
    assert len(postbox.letters) == 2


@pytest.mark.django_db
def test_a_server_that_falls_silent_is_given_up_on_before_the_lease_ends(
    port: int, settings: Settings
) -> None:
    # Eight exchanges are as many as one mail can take.
    assert timedelta(seconds=settings.EMAIL_TIMEOUT * 8) < LEASE
    settings.EMAIL_TIMEOUT = 0.5
    NoticeFactory()
    with open_at(port, Postbox(stalls_at="RCPT")):
        assert sweep() == 0
    with open_at(port, Postbox()) as postbox:
        assert [sweep(timedelta(hours=n)) for n in (1, 2)] == [1, 0]
    assert len(postbox.letters) == 1
