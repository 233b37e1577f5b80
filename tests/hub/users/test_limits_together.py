"""Processes that share a Redis count tries together."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.services import require_redis

TRIES = """
import django
django.setup()
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from hub.users.limits import is_within
request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
request.user = AnonymousUser()
print(*(is_within(request, "report") for _ in range(3)))
"""


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    """A server of the test's own, without a port."""
    socket = tmp_path / "redis.sock"
    command = [require_redis(), "--port", "0", "--unixsocket", str(socket), "--save", ""]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            until = time.monotonic() + 20
            while not socket.exists() and time.monotonic() < until:
                time.sleep(0.05)
            yield f"unix://{socket}"
        finally:
            server.terminate()


def tries_of_a_process(redis_url: str) -> str:
    """What three tries are told in a process that starts and ends with them."""
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-c", TRIES],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "hub.settings.demo", "REDIS_URL": redis_url},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_two_processes_count_tries_together(redis_url: str) -> None:
    assert [tries_of_a_process(redis_url) for _ in range(2)] == [
        "True True True",
        "True True False",
    ]


def test_without_it_each_counts_for_itself() -> None:
    assert [tries_of_a_process("") for _ in range(2)] == ["True True True"] * 2
