"""The report of dead links: which page has which, and none of a page that is closed."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from hub.access.enums import Role
from hub.pages.written import stream
from hub.weblinks.gathering import gather
from hub.weblinks.models import DEAD_AFTER, WebLink
from tests.factories import pages
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db
PAGE, RESULTS = "/cms/dead-links/", "/cms/dead-links/results/"
ADDRESS = "https://one.example/gone"


def page_with_link(times: int = DEAD_AFTER, **fields: object) -> Page:
    """Its link failed so many times."""
    body = stream("body", [("paragraph", f'<p>See <a href="{ADDRESS}">there</a>.</p>')])
    page = pages.guidance(body=body, **fields)
    while gather():
        pass
    link = WebLink.objects.get(url=ADDRESS)
    for _ in range(times):
        link.heard("It answers 404", timezone.now())
    return page


@pytest.mark.parametrize("address", [PAGE, RESULTS])
def test_it_says_which_page_and_what_is_wrong(address: str) -> None:
    page = page_with_link(title="Who to call")
    said = staff_client(Role.REVIEWER).get(address).content.decode()
    assert "Who to call" in said
    assert f"/cms/pages/{page.pk}/edit/" in said
    assert ADDRESS in said
    assert "It answers 404" in said


def test_a_link_that_failed_once_isn_t_called_dead() -> None:
    page_with_link(times=1)
    assert ADDRESS not in staff_client().get(PAGE).content.decode()


def test_more_pages_cost_no_more_queries() -> None:
    client = staff_client()
    page_with_link(title="First")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as of_one:
        client.get(PAGE)
    page_with_link(title="Second", times=0)
    with CaptureQueriesContext(connection) as of_two:
        said = client.get(PAGE).content.decode()
    assert "Second" in said
    assert len(of_two) == len(of_one)


def test_a_page_that_is_closed_to_the_editor_is_not_named() -> None:
    page = page_with_link(title="Operation Nightjar")
    pages.restrict(page, Group.objects.create(name="Somebody else"))
    assert "Nightjar" not in staff_client(Role.REVIEWER).get(PAGE).content.decode()


def test_a_page_that_somebody_may_not_edit_is_not_theirs_to_mend() -> None:
    page_with_link(title="Who to call")
    GroupPagePermission.objects.all().delete()
    assert "Who to call" not in staff_client(Role.TRAINER).get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("switched", "said"), [(True, "No link of your pages"), (False, "asks no other site")]
)
def test_without_any_it_says_why(settings, switched: bool, said: str) -> None:
    settings.CHECK_WEB_LINKS = switched
    assert said in staff_client().get(PAGE).content.decode()
