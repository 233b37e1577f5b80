"""A server that is killed while people answer loses nothing that it said was saved."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client

from courses.models import Attempt
from tests.databases import database_url
from tests.factories.courses import begin_attempt, course_asking, example_question
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
TOKEN = "a" * 32
# Of so many kills one takes the whole server, the others one of its workers.
WHOLE_SERVER_EVERY = 10


class Server:
    """The demonstration's own server, on the database of the test."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "hub.settings.demo",
            "DATABASE_URL": database_url(),
            "SECRET_KEY": settings.SECRET_KEY,
        }
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", "scripts/gunicorn.conf.py"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--log-level", "critical", "hub.wsgi"]
        self.process = subprocess.Popen(  # noqa: S603 our own server
            command, cwd=ROOT, env=self.environment, start_new_session=True
        )
        end = time.monotonic() + PATIENCE
        while not self.workers() or not self.answers():
            if self.process.poll() is not None or time.monotonic() > end:
                pytest.fail("the server didn't start")
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def workers(self) -> list[int]:
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children")
        return [int(child) for child in children.read_text().split()] if children.exists() else []

    def kill_a_worker(self, chance: Random) -> None:
        os.kill(chance.choice(self.workers()), signal.SIGKILL)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Learner:
    """Writes one number after another as the answer, and notes which the server acknowledged."""

    def __init__(self, server: Server, attempt: Attempt, *, by_button: bool) -> None:
        self.server, self.attempt, self.by_button = server, attempt, by_button
        session = sign_in(Client(), attempt.person).cookies[settings.SESSION_COOKIE_NAME].value
        self.headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.sent = self.acknowledged = 0

    def answer(self) -> bool:
        """Whether the server said that this one is saved."""
        self.sent += 1
        then = {"then": "save" if self.by_button else "keep", "seen": ""}
        body = urlencode({"answer": self.sent, "stamp": f"page.{self.sent}"} | then)
        path = f"/learning/quizzes/{self.attempt.code}/1/"
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        try:
            line.request("POST", path, body, self.headers)
            status = line.getresponse().status
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()
        assert status == (302 if self.by_button else 200)
        self.acknowledged = self.sent
        return True

    def answer_through(self, killed: threading.Event) -> None:
        """Until the server, killed meanwhile, has taken another answer."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            was_killed = killed.is_set()
            if self.answer() and was_killed:
                return
            time.sleep(0 if not was_killed else 0.02)

    def stored(self) -> int:
        item = self.attempt.items.get(order=1)
        return int(item.answer if self.by_button else item.typed["answer"][0])


@pytest.fixture
def server(transactional_db: None) -> Iterator[Server]:
    server = Server()
    yield server
    server.kill()


@pytest.mark.parametrize("tries", [20, pytest.param(200, marks=pytest.mark.deep)])
def test_no_acknowledged_answer_is_lost(server: Server, tries: int) -> None:
    course, chance = (
        course_asking(example_question("number"), example_question("true_false")),
        Random(7),
    )
    learners = [
        Learner(server, begin_attempt(UserFactory(), course), by_button=place % 2 == 0)
        for place in range(4)
    ]
    for number in range(1, tries + 1):
        killed = threading.Event()
        threads = [threading.Thread(target=one.answer_through, args=[killed]) for one in learners]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.02, 0.3))
        if number % WHOLE_SERVER_EVERY:
            server.kill_a_worker(chance)
        else:
            server.kill()
            server.start()
        killed.set()
        for thread in threads:
            thread.join()
        ledger = [(one.acknowledged, one.stored(), one.sent) for one in learners]
        assert all(said <= stored <= sent for said, stored, sent in ledger), (number, ledger)
    assert all(one.acknowledged >= tries for one in learners)
