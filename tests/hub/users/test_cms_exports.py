"""No list that the CMS hands out as a file holds a formula, whatever people call things."""

import csv
import io
from itertools import cycle
from typing import Any

import pytest
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

from hub.access.enums import Role
from hub.access.services import record_audit
from hub.core.spreadsheets import BEGINS_A_FORMULA
from hub.users.models import User
from tests.factories.people import UserFactory, sign_in, with_role
from tests.hub.users.cms_addresses import cms_addresses
from tests.walk.cms_world import cms_world

pytestmark = pytest.mark.django_db

# Of each list that shows what people wrote. Wagtail's other lists show none of it.
SHOWING = {
    "/cms/audit/",
    "/cms/redirects/",
    "/cms/reports/aging-pages/",
    "/cms/reports/locked/",
    "/cms/reports/site-history/",
    "/cms/reports/workflow/",
    "/cms/reports/workflow_tasks/",
}
KINDS = ("csv", "xlsx")
LISTS = [
    address
    for address in cms_addresses()
    if address.startswith(("/cms/reports/", "/cms/audit/", "/cms/redirects/"))
    and "/1/" not in address
    and "/results/" not in address
]


@pytest.fixture
def desk() -> Client:
    """Of an administrator, with something in every list, called what begins a formula."""
    cms_world()
    person = with_role(UserFactory(), Role.ADMINISTRATOR)
    Page.objects.filter(depth__gt=2).update(locked=True, locked_by=person)
    record_audit(action="page.opened", subject="page 1", person_id=person.pk, reason="=1+1")
    for sign in BEGINS_A_FORMULA:
        Redirect.objects.create(old_path=f"/{sign}".strip())
    for model, names in {
        Page: ("title", "draft_title"),
        PageLogEntry: ("label",),
        User: ("name",),
        Redirect: ("redirect_link",),
    }.items():
        call_formulas(model, names)
    return sign_in(Client(raise_request_exception=False), person, mfa=True)


def call_formulas(model: type[Model], names: tuple[str, ...]) -> None:
    """Past the forms, which take some of it away."""
    signs = cycle(BEGINS_A_FORMULA)
    for row in model._default_manager.all():
        text = f"{next(signs)}cmd|' /C calc'!A0"
        model._default_manager.filter(pk=row.pk).update(**dict.fromkeys(names, text))


@pytest.mark.parametrize("kind", KINDS)
def test_no_cell_of_any_list_is_a_formula(desk: Client, kind: str) -> None:
    found = {}
    for address in LISTS:
        answer = desk.get(address, {"export": kind})
        if answer.headers.get("Content-Disposition", "").startswith("attachment"):
            found[address] = cells(answer, kind)
    assert [a for a, texts in found.items() if any(map(begins_a_formula, texts))] == []
    assert SHOWING - {a for a, texts in found.items() if any("'" in t[:1] for t in texts)} == set()


def cells(answer: HttpResponse, kind: str) -> list[str]:
    body = b"".join(answer)
    rows = sheet(body) if kind == "xlsx" else csv.reader(io.StringIO(body.decode(), newline=""))
    return [cell for row in rows for cell in row if isinstance(cell, str)]


def sheet(body: bytes) -> Any:
    return load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True)


def begins_a_formula(text: str) -> bool:
    return text.startswith(BEGINS_A_FORMULA)
