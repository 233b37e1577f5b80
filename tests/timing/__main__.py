"""How long signing in and the like take for known and for unknown addresses.

    make measure-timing            60 tries of each
    make measure-timing ARGS=200   more

Known and unknown take turns, in one process, with real password hashing, on a database of its own
and without limits; the medians of both should lie within five milliseconds. Signing up is shown
beside them: it hashes alike, and takes longer for an unknown address by the rows that it writes.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import django

AIM = 5.0
SHOWN_ONLY = "sign up, confirm by mail"
PASSWORD = "a plain test phrase"
WRONG = "not the password at all"
CHANGE = "/accounts/email/"
ME = "me@agency.example"


def prepare(folder: Path) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "hub.settings.demo",
        "DATABASE_URL": f"sqlite:///{folder / 'timing.sqlite3'}",
        "HUB_RATE_LIMITS": "off",
    }
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)


def make_people(count: int) -> None:
    from allauth.account.models import EmailAddress

    from hub.users.models import User

    for email in (ME, *map(known, range(count))):
        user = User.objects.create_user(email, PASSWORD)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def known(number: int) -> str:
    return f"known{number:04}@agency.example"


def unknown(number: int) -> str:
    return f"other{number:04}@agency.example"


def sends() -> Iterator[tuple[str, Callable[[str], tuple[str, dict[str, str]]]]]:
    """What is sent in each action, by the address in it."""
    yield (
        "sign in, wrong password",
        lambda email: (
            "/accounts/login/",
            {"login": email, "password": WRONG},
        ),
    )
    yield "ask for a new password", lambda email: ("/accounts/password/reset/", {"email": email})
    yield (
        "change one's address",
        lambda email: (CHANGE, {"email": email, "action_add": ""}),
    )
    yield (
        SHOWN_ONLY,
        lambda email: (
            "/accounts/signup/",
            {"email": email, "name": "A Name", "password1": PASSWORD},
        ),
    )


def sign_in_somebody(client: Any) -> None:
    from hub.users.models import User
    from tests.hub.mydata.clients import asked_again

    client.cookies = asked_again(User.objects.get(email=ME)).cookies


def milliseconds(address: str, data: dict[str, str]) -> float:
    from django.test import Client

    client = Client()
    if address == CHANGE:
        sign_in_somebody(client)
    started = time.perf_counter()
    client.post(address, data)
    return (time.perf_counter() - started) * 1000


def measure(action: Callable[[str], tuple[str, dict[str, str]]], tries: int) -> tuple[float, float]:
    """Medians for known and unknown. Each goes first in every other turn; two turns warm up."""
    taken: dict[Callable[[int], str], list[float]] = {known: [], unknown: []}
    for number in range(tries + 2):
        turn = (known, unknown) if number % 2 else (unknown, known)
        for who in turn:
            took = milliseconds(*action(who(number)))
            if number >= 2:
                taken[who].append(took)
    return median(taken[known]), median(taken[unknown])


def main(tries: int) -> int:
    with tempfile.TemporaryDirectory(prefix="hub-timing-") as folder:
        prepare(Path(folder))
        make_people(tries + 2)
        rows = [(name, *measure(action, tries)) for name, action in sends()]
    say = sys.stdout.write
    say(f"medians of {tries} tries each, in milliseconds\n")
    say(f"{'':26}{'known':>8}{'unknown':>9}{'apart':>7}\n")
    for name, one, other in rows:
        say(f"{name:26}{one:8.1f}{other:9.1f}{abs(one - other):7.1f}\n")
    aimed = [row for row in rows if row[0] != SHOWN_ONLY]
    return int(any(abs(one - other) > AIM for _, one, other in aimed))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
