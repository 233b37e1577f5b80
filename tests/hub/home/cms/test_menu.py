"""Each role finds in the menu what it can use, in the hub's words, and nothing else."""

import json
import re

import pytest
from django.test import Client

from hub.access.enums import Role
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db

EVERYBODY = ["Pages", "Images", "Documents", "Reports", "Help"]
# What editors ask for, and under the settings what they decide about single searches.
MENDABLE = "What could be mended in pages"
COURSES = "What courses lack, and how they do"
KEPT = "Pages to keep right"
GAPS = "Where readers find too little"
RIPPLES = "What changed, and what rests on it"
USEFUL = "Whether pages are useful"
SEARCH = ["Content requests", "Settings"]
MENUS = {
    Role.AUTHOR: [*EVERYBODY, *SEARCH, "Quizzes"],
    Role.TRAINER: [*EVERYBODY, "Quizzes"],
    Role.REVIEWER: [*EVERYBODY, *SEARCH],
    Role.ADMINISTRATOR: [*EVERYBODY, *SEARCH, "Quizzes", "Forum", "People and access"],
}


def modules(client: Client) -> list[dict]:
    """What Wagtail hands to the script that draws the sidebar."""
    html = client.get("/cms/").content.decode()
    found = re.search(
        r'<script id="wagtail-sidebar-props" type="application/json">(.*?)</script>', html
    )
    packed = json.loads(found[1])["modules"]
    menu = next(item for item in packed if item["_type"].endswith("MainMenuModule"))
    return menu["_args"][0]


def labels(items: list[dict]) -> list[str]:
    return [item["_args"][0]["label"] for item in items]


def below(client: Client, label: str) -> list[str]:
    item = next(item for item in modules(client) if item["_args"][0]["label"] == label)
    return labels(item["_args"][1])


@pytest.mark.parametrize("role", MENUS)
def test_a_role_sees_what_it_can_use(role: Role) -> None:
    assert sorted(labels(modules(staff_client(role)))) == sorted(MENUS[role])


@pytest.mark.parametrize("role", MENUS)
def test_every_entry_of_the_menu_opens(role: Role) -> None:
    client = staff_client(role)
    urls = re.findall(r'"url": "(/cms/[^"]*)"', client.get("/cms/").content.decode())
    assert urls
    assert [url for url in urls if client.get(url, follow=True).status_code != 200] == []


def test_reports_have_plain_names() -> None:
    names = below(staff_client(Role.REVIEWER), "Reports")
    of_search = [
        "What people search for",
        "How well search does",
        "Files that search can’t read",
    ]
    links = "Links to other sites that lead nowhere"
    mending = ["What waits on whom", GAPS, links, MENDABLE, KEPT, COURSES, RIPPLES, USEFUL]
    assert names == ["Sent for approval", "Who changed what", *of_search, *mending]


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER])
def test_those_who_write_find_of_the_settings_those_of_search_alone(role: Role) -> None:
    assert below(staff_client(role), "Settings") == ["Judged searches"]


def test_help_is_our_own() -> None:
    assert below(staff_client(Role.AUTHOR), "Help")[0] == "Guide for authors"
