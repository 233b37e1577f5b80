"""Each demonstration account sees a different hub."""

from typing import Any

import pytest
from django.test import Client

from hub.demo.loader.content import folder
from hub.demo.people import email_of
from hub.users.models import User
from tests.factories.people import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

ARDALE, BRIMLOW, PANEL = (
    "/guidance/ardale-who-to-call/",
    "/guidance/brimlow-before-a-pupil-moves/",
    "/guidance/ardale-picture-autumn/",
)
LEADS, BRIMLOW_ROOM, PANEL_ROOM = (
    "/forum/spaces/leads-room/",
    "/forum/spaces/brimlow-room/",
    "/forum/spaces/ardale-panel-room/",
)
CLOSED = {ARDALE, BRIMLOW, PANEL, LEADS, BRIMLOW_ROOM, PANEL_ROOM}
OPENS = {
    "learner": set(),
    "practitioner": {ARDALE, PANEL, PANEL_ROOM},
    "lead": {ARDALE, PANEL, LEADS, PANEL_ROOM},
    "author": {ARDALE, PANEL, PANEL_ROOM},
    "reviewer": {BRIMLOW, BRIMLOW_ROOM},
    "trainer": {ARDALE},
    "moderator": {BRIMLOW, LEADS, BRIMLOW_ROOM},
    "analyst": {BRIMLOW, LEADS, BRIMLOW_ROOM},
    "frontline": {ARDALE},
    "admin": {ARDALE, LEADS},
}


def opened(client: Client) -> set[str]:
    return {url for url in CLOSED if client.get(url).status_code == 200}


@pytest.mark.parametrize("key", OPENS)
def test_an_account_opens_what_its_memberships_open(key: str) -> None:
    person = User.objects.get(email=email_of(key))
    assert opened(sign_in(Client(), person, mfa=True)) == OPENS[key]


def test_a_stranger_opens_none_of_it(client: Client) -> None:
    assert opened(client) == set()


def test_what_is_marked_sensitive_waits_for_a_second_step() -> None:
    person = User.objects.get(email=email_of("practitioner"))
    assert opened(sign_in(Client(), person)) == {ARDALE}


@pytest.mark.parametrize("fact", folder("local"), ids=lambda fact: fact["slug"])
def test_local_guidance_says_that_it_is_fictional(fact: dict[str, Any]) -> None:
    assert "fictional" in str(fact["body"][0]) or "invented" in str(fact["body"][0])


@pytest.mark.parametrize("key", OPENS)
def test_search_names_no_local_page_that_an_account_cannot_open(key: str) -> None:
    person = User.objects.get(email=email_of(key))
    client = sign_in(Client(), person, mfa=True)
    found = client.get("/search/", {"q": "Ardale Brimlow fictional pupil picture"}).content.decode()
    assert {url for url in (ARDALE, BRIMLOW, PANEL) if url in found} <= OPENS[key]
