"""Search picks in the CMS: administrators alone, and only for pages that they may read."""

import pytest
from django.contrib.auth.models import Group

from hub.access.enums import Role
from search.enums import Place
from search.models import Pin
from tests.factories import pages
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db
PICKS = "/cms/search_picks/"


def typed(page_id: int, **changes: object) -> dict[str, object]:
    return {"query": "cuckooing", "page": page_id, "place": Place.FIRST, "order": 1, **changes}


def test_an_administrator_puts_a_page_first() -> None:
    page = pages.guidance(title="When a home is taken over")
    staff_client().post(f"{PICKS}new/", typed(page.pk))
    assert Pin.objects.get().page_id == page.pk


@pytest.mark.parametrize(
    "wrong", [{"query": "?!"}, {"starts_on": "2026-12-02", "ends_on": "2026-12-01"}]
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, str]) -> None:
    staff_client().post(f"{PICKS}new/", typed(pages.guidance().pk, **wrong))
    assert not Pin.objects.exists()


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER, Role.TRAINER])
def test_nobody_else_finds_them(role: Role) -> None:
    client = staff_client(role)
    answers = {client.get(f"{PICKS}{last}").status_code for last in ("", "new/")}
    assert answers <= {302, 403, 404}


def test_a_pick_of_a_closed_page_is_as_closed_as_the_page() -> None:
    page = pages.guidance(title="Nightjar")
    pin = Pin.objects.create(query="birds by night", page=page)
    client = staff_client()
    assert "birds by night" in client.get(PICKS).content.decode()
    pages.restrict(page, Group.objects.create(name="Red"))
    assert "birds by night" not in client.get(PICKS).content.decode()
    assert client.get(f"{PICKS}edit/{pin.pk}/").status_code == 404
