"""Payloads in the forms of the CMS, but for those of pages: see test_cms_editors."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.demo_site import fill
from tests.hub.users.cms_addresses import cms_addresses
from tests.payloads.everything import PAYLOADS, one_of_each
from tests.payloads.forms import Form
from tests.payloads.payload import Payload
from tests.payloads.poisoned_hub import Hub

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite_only]

ELSEWHERE = ("/cms/pages/", "/cms/bulk/", "/cms/logout/")
EDIT = re.compile(r"/edit/\w+/$|/\w+/edit/$|/\d+/$")
EDITORS = {
    "agencies",
    "agency_types",
    "areas",
    "collections",
    "documents",
    "email_domains",
    "images",
    "memberships",
    "organisations",
    "redirects",
    "snippets",
    "themes",
    "users",
}
# Why a membership ended is read in the audit record alone; here it shows only where it's refused.
SHOWN_ELSEWHERE = {"memberships"}


def editors(client: Client) -> Iterator[str]:
    """Every address without an id, and the first thing that each list leads to."""
    for address in cms_addresses():
        if re.search(r"/\d+/", address) or address.startswith(ELSEWHERE):
            continue
        yield address
        answer = client.get(address)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        links = LexborHTMLParser(answer.content.decode()).css("a[href]")
        paths = [urlsplit(urljoin(address, link.attributes["href"] or "")).path for link in links]
        yield from [path for path in paths if path.startswith(address) and EDIT.search(path)][:1]


@pytest.mark.parametrize(
    "deep", [False, pytest.param(True, marks=pytest.mark.deep)], ids=["one of each", "tenths"]
)
def test_no_payload_in_a_form_of_the_cms_becomes_part_of_a_page(
    transactional_db: None, demo_snapshot: Path, *, deep: bool
) -> None:
    fill(demo_snapshot)
    hub = Hub()
    for address in dict.fromkeys(editors(hub.client("admin"))):
        hub.look(address, "admin")
    hub.forms = {shape: form for shape, form in hub.forms.items() if is_ours(form)}
    hub.send_forms(tenth if deep else one_of_each, forged=False)
    wrong = [fault for _, outcome in hub.outcomes for fault in outcome.wrong]
    assert hub.wrong + wrong == [], "\n".join(hub.wrong + wrong)
    came_out = {editor(form) for form, outcome in hub.outcomes if outcome.came_out}
    kept = {editor(form) for form, outcome in hub.outcomes if outcome.kept}
    assert EDITORS - came_out - (SHOWN_ELSEWHERE & kept) == set()


def editor(form: Form) -> str:
    return form.action.split("/")[2]


def tenth(seed: str) -> Sequence[Payload]:
    """Another one for each form, so that each payload meets several; all would take hours."""
    return PAYLOADS[Random(seed).randrange(10) :: 10]


def is_ours(form: Form) -> bool:
    return form.route.startswith("cms/") and not form.action.startswith(ELSEWHERE)
