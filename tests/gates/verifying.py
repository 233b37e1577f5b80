"""Screens of verification: nobody verified, by an address, by an approver, asking and deciding."""

from collections.abc import Iterator

from allauth.account.models import EmailAddress

from hub.taxonomy.models import Area
from hub.users.models import User
from hub.users.services import ask_to_be_verified, refuse_request
from hub.users.verification.links import token_for
from tests.gates.people import NEWCOMER, newcomer, person
from tests.gates.screens import Screen, sent

PAGE = "/account/verification/"
SOMEWHERE = {"organisation_name": "Ardale Youth Work", "job_title": "Youth worker"}


def request_of(user: User) -> int:
    ardale = Area.objects.get(slug="ardale")
    asked = ask_to_be_verified(
        person=user, area=ardale, how_to_check="Ring the office.", **SOMEWHERE
    )
    return asked.pk


def verification_screens() -> Iterator[Screen]:
    yield Screen(PAGE, "practitioner")
    refused()
    yield Screen(PAGE, "refused")
    yield from asking_screens()
    yield from deciding_screens()
    yield from confirming_screens()


def asking_screens() -> Iterator[Screen]:
    newcomer()
    yield Screen(PAGE, NEWCOMER)
    yield Screen(f"{PAGE}ask/", NEWCOMER)
    yield sent(f"{PAGE}ask/", NEWCOMER, job_title="")
    yield sent(f"{PAGE}ask/", NEWCOMER, how_to_check="Ring my manager on 07700 900123.")
    request_of(person("learner"))
    yield Screen(PAGE, "learner")


def deciding_screens() -> Iterator[Screen]:
    address = f"{PAGE}requests/{request_of(extra('asker'))}/"
    for who in ("lead", "admin"):
        yield Screen(f"{PAGE}requests/", who)
        yield Screen(address, who)
    yield sent(address, "lead")
    yield sent(address, "lead", answer="refuse", reason="")


def confirming_screens() -> Iterator[Screen]:
    at_ardale = extra("confirming", "jo@ardale-yjs.example")
    yield Screen(PAGE, "confirming")
    yield Screen(f"{PAGE}confirm/{token_for(at_ardale)}/", "confirming")
    yield Screen(f"{PAGE}confirm/wrong/", "learner")


def refused() -> None:
    user = extra("refused")
    request_of(user)
    asked = user.verification_requests.get()
    refuse_request(request=asked, by=person("lead"), reason="Nobody knows you.")


def extra(key: str, address: str = "") -> User:
    email = f"{key}@demo.example"
    user = User.objects.filter(email=email).first() or User.objects.create_user(email)
    EmailAddress.objects.get_or_create(
        user=user, defaults={"email": address or email, "verified": True, "primary": True}
    )
    return user
