"""Every address of the CMS, asked by those who have no business there and by staff.

Strangers and sessions without a second factor: tests/hub/users/test_staff_gate.py.
"""

import pytest
from django.test import Client

from hub.access.enums import STAFF_ROLES, Role
from tests.architecture.cms_policy import CLOSED, CMS, Staff, part_of
from tests.factories.people import AreaFactory, staff_client
from tests.hub.users.cms_addresses import cms_addresses
from tests.matrix.asking import ask
from tests.matrix.outcomes import Outcome, outcome_of
from tests.matrix.people import VISITORS, Visitor, account_of, client_for, on_this_database

pytestmark = pytest.mark.django_db

ADDRESSES = [path for path in cms_addresses() if part_of(path) not in CLOSED and "." not in path]
# Lists and forms; what an address with a number shows depends on what has that number.
FRONT_PAGES = [f"/cms/{part}/" for part in CMS if f"/cms/{part}/" in ADDRESSES]
OPEN_TO = {role: {Staff.ALL, Staff.EDITORS} for role in STAFF_ROLES}
OPEN_TO[Role.TRAINER] = {Staff.ALL, Staff.TEACHERS}
OPEN_TO[Role.ADMINISTRATOR] = set(Staff) - {Staff.NOBODY}
OUTSIDERS = [v for v in VISITORS if v.role is not None and v.role not in STAFF_ROLES]
NEEDS_MORE = {
    "block-preview",
    "bulk",
    "dismissibles",
    "editing-sessions",
    "failwhale",
    "snippets",
    "tag-autocomplete",
    "test404",
    "workflows/task_chooser",
}


def test_every_part_of_the_cms_has_a_line() -> None:
    assert {part_of(path) for path in ADDRESSES} - set(CMS) == set()


def test_every_line_is_a_part_of_the_cms() -> None:
    assert set(CMS) - {part_of(path) for path in ADDRESSES} == set()


@pytest.mark.parametrize("visitor", on_this_database(OUTSIDERS), ids=lambda visitor: visitor.name)
def test_who_is_no_staff_finds_no_part_of_the_cms(visitor: Visitor) -> None:
    client = client_for(visitor, account_of(visitor, AreaFactory()))
    assert found_by(client, ADDRESSES, {Outcome.MISSING}) == {}


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER, Role.TRAINER])
def test_what_is_for_others_opens_for_no_other_staff(role: Role) -> None:
    theirs = [path for path in ADDRESSES if CMS.get(part_of(path)) not in OPEN_TO[role]]
    assert found_by(staff_client(role), theirs, {Outcome.MISSING, Outcome.REFUSED}) == {}


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_front_pages_of_the_cms_open_for_whom_they_are(role: Role) -> None:
    mine = [
        path
        for path in FRONT_PAGES
        if part_of(path) not in NEEDS_MORE and (CMS[part_of(path)] in OPEN_TO[role])
    ]
    assert found_by(staff_client(role), mine, {Outcome.LET_IN}) == {}


def found_by(client: Client, addresses: list[str], right: set[Outcome]) -> dict[str, str]:
    """Addresses that answered otherwise. Wagtail sends staff without a permission to its start."""
    wrong = {}
    for address in addresses:
        answer = ask(client, "GET", address)
        sent_back = answer.status_code == 302 and answer["Location"] == "/cms/"
        outcome = Outcome.MISSING if sent_back else outcome_of(answer)
        if outcome not in right:
            wrong[address] = f"{outcome.value} ({answer.status_code})"
    return wrong
