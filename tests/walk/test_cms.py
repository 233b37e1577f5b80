"""What one area keeps to itself shows nowhere in the CMS to staff of another one."""

import io
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from wagtail.admin.models import EditingSession
from wagtail.models import Page, Revision, TaskState

from courses.models import Question, Quiz
from hub.access.enums import Role
from hub.pages.models import HubDocument, HubImage
from tests.architecture.cms_policy import CMS, Staff
from tests.factories.people import AreaFactory
from tests.walk.cms_addresses import addresses, naming_what_is_closed
from tests.walk.cms_world import BAIT, LURE, SECRET, SHOWN, World, staff_of

pytestmark = pytest.mark.django_db

# Administrators say there for whom collections are, by their names; their files show nowhere.
NAMING_COLLECTIONS = {"collections", "marked_collections", "groups"}
FOR_ALL = {part for part, staff in CMS.items() if staff is Staff.ALL}
# Where each open thing shows to all staff, and each closed one to those whom it is for.
SHOWS_IN = (
    "/cms/images/",
    "/cms/documents/",
    "/cms/images/chooser/results/?q={bait}",
    "/cms/documents/chooser/results/?q={bait}",
    "/cms/pages/search/results/?q={bait}",
    "/cms/reports/workflow/?export=xlsx",
    "/cms/reports/workflow_tasks/?export=csv",
    "/cms/reports/site-history/?export=csv",
    "/cms/snippets/courses/quiz/",
    "/cms/snippets/courses/question/",
    "/cms/snippets/choose/courses/quiz/results/",
    "/cms/snippets/choose/courses/question/results/",
    "/cms/api/main/images/",
    "/cms/api/main/documents/",
)
# What a form might send to any of them.
SENT = {
    "title": "Changed",
    "new_title": "Changed",
    "new_slug": "changed",
    "slug": "changed",
    "collection": "1",
    "confirm": "1",
    "action-publish": "1",
    "comment": "Changed",
    "next": "/cms/",
}


def texts(client: Client, asked: list[str]) -> dict[str, str]:
    """What each address answers. What a request writes is taken back at once."""
    found = {}
    for address in dict.fromkeys(asked):
        with transaction.atomic():
            answer = client.get(address, HTTP_ACCEPT="text/html, */*")
            assert answer.status_code < 500, address
            found[address] = text_of(answer)
            transaction.set_rollback(True)
    return found


def text_of(answer: HttpResponse) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    if "spreadsheetml" in answer.get("Content-Type", ""):
        rows = load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True)
        return repr(list(rows))
    return body.decode(errors="replace") + answer.get("Location", "")


@pytest.fixture
def world(the_cms_world: World) -> World:
    return the_cms_world


@pytest.mark.parametrize(
    "roles",
    [
        (Role.AUTHOR, Role.TRAINER),
        (Role.REVIEWER, Role.TRAINER),
        pytest.param((Role.TRAINER,), marks=pytest.mark.deep),
        pytest.param((Role.ADMINISTRATOR,), marks=pytest.mark.deep),
    ],
    ids=" and ".join,
)
def test_staff_of_another_area_meet_nothing_of_it(world: World, roles: tuple[Role, ...]) -> None:
    client = staff_of(AreaFactory(name="Brimlow", slug="brimlow"), *roles)
    whole = CMS.keys() - NAMING_COLLECTIONS
    parts = whole if Role.ADMINISTRATOR in roles else FOR_ALL
    found = texts(client, addresses(world, parts))
    assert [address for address, text in found.items() if SECRET in text] == []


def test_what_is_open_shows_where_what_is_closed_does_not(world: World) -> None:
    client = staff_of(AreaFactory(name="Brimlow", slug="brimlow"), Role.REVIEWER, Role.TRAINER)
    found = texts(client, [address.format(bait=LURE) for address in SHOWS_IN])
    assert [address for address, text in found.items() if SHOWN not in text] == []


def test_staff_of_the_area_meet_it_there(world: World) -> None:
    """The walk would find the secret if it leaked."""
    found = texts(
        staff_of(world.area, Role.REVIEWER, Role.TRAINER),
        [address.format(bait=BAIT) for address in SHOWS_IN],
    )
    assert [address for address, text in found.items() if SECRET not in text] == []


def test_whatever_is_sent_to_its_addresses_changes_nothing(world: World) -> None:
    client = staff_of(AreaFactory(name="Brimlow", slug="brimlow"), Role.REVIEWER, Role.TRAINER)
    client.raise_request_exception = False
    before, changed = state_of(world), []
    for address in naming_what_is_closed(world, FOR_ALL):
        with transaction.atomic():
            client.post(address, SENT | {"new_parent_page": str(world.opened["above"].pk)})
            changed += [address] if state_of(world) != before else []
            transaction.set_rollback(True)
    assert changed == []


def state_of(world: World) -> list[Any]:
    """All rows of the closed things, and how many pages, files and drafts there are."""
    kept = [
        type(thing)._default_manager.filter(pk=thing.pk).values().first()
        for thing in world.closed.values()
    ]
    models = (Page, HubImage, HubDocument, Quiz, Question, Revision, TaskState, EditingSession)
    return [kept, [model.objects.count() for model in models]]
