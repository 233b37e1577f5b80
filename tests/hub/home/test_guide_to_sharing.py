"""The guide to sharing practice stands in every hub and names what is on the screens."""

import re

import pytest
from django.test import Client

from hub.home.written import written
from hub.sharing.enums import Status
from hub.sharing.questions import QUESTIONS
from tests.factories.sharing import ready, sharer

pytestmark = pytest.mark.django_db
GUIDE = next(page for page in written("information") if page["seed_name"] == "sharing")


def screens(client: Client, home: str) -> str:
    addresses = ["/practice/", home, f"{home}title/", f"{home}check/"]
    return "".join(client.get(address).content.decode() for address in addresses)


def test_who_shares_is_led_to_it(as_person) -> None:
    client = as_person(sharer())
    address = f"/{GUIDE['slug']}/"
    assert f'href="{address}"' in client.get("/practice/share/").content.decode()
    assert "Before you start" in client.get(address).content.decode()


def test_each_name_in_bold_is_on_a_screen(as_person) -> None:
    example = ready()
    shown = screens(as_person(example.author), example.get_absolute_url())
    named = re.findall(r"<b>(.*?)</b>", str(GUIDE["body"]), re.DOTALL)
    assert len(named) > len(QUESTIONS) / 2
    assert [name for name in named if name not in shown] == []


def test_it_explains_each_status() -> None:
    table = next(part["table"] for part in GUIDE["body"] if "table" in part)
    assert [row[0] for row in table["rows"]] == Status.labels
