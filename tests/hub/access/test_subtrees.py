"""A page is copied, moved, unpublished and deleted with those below it by who may read them all."""

from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.taxonomy.models import Area
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db

Ask = Callable[[Client, Page], HttpResponse]
SINGLE = {"confirm": "1", "include_descendants": "on"}


@pytest.fixture
def area() -> Area:
    return AreaFactory()


@pytest.fixture
def above(area: Area) -> Page:
    """An open page with one below it that is for people of the area."""
    page = pages.guidance(title="Above")
    below = page.add_child(instance=GuidancePage(title="Hidden below", slug="below"))
    pages.restrict(below, group_for_area(area))
    return Page.objects.get(pk=page.pk)


def copy(client: Client, page: Page) -> HttpResponse:
    sent = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": page.get_parent().pk,
        "copy_subpages": "on",
    }
    return client.post(f"/cms/pages/{page.pk}/copy/", sent)


def move(client: Client, page: Page) -> HttpResponse:
    place = pages.index_page(pages.PracticeIndexPage).pk
    return client.post(f"/cms/pages/{page.pk}/move/{place}/confirm/")


def delete(client: Client, page: Page) -> HttpResponse:
    return client.post(f"/cms/pages/{page.pk}/delete/", SINGLE)


def unpublish(client: Client, page: Page) -> HttpResponse:
    return client.post(f"/cms/pages/{page.pk}/unpublish/", SINGLE)


def unpublish_many(client: Client, page: Page) -> HttpResponse:
    return client.post(f"/cms/bulk/wagtailcore/page/unpublish/?id={page.pk}", SINGLE)


def delete_many(client: Client, page: Page) -> HttpResponse:
    return client.post(f"/cms/bulk/wagtailcore/page/delete/?id={page.pk}", SINGLE)


@pytest.mark.parametrize("change", [copy, move, delete, unpublish, unpublish_many, delete_many])
def test_who_may_not_read_a_page_below_is_told_that_there_is_one(above: Page, change: Ask) -> None:
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "live"))
    answer = change(staff_client(), above)
    said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert answer.status_code == 302
    assert "pages that you can't open" in said
    assert "Hidden" not in said
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "live")) == before


@pytest.mark.parametrize("change", [copy, delete, unpublish, delete_many])
def test_who_may_read_them_all_changes_them_together(above: Page, area: Area, change: Ask) -> None:
    person = with_role(with_role(UserFactory(), Role.ADMINISTRATOR), Role.MEMBER, area=area)
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "live"))
    change(sign_in(Client(), person, mfa=True), above)
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "live")) != before


def test_a_page_alone_is_copied_and_unpublished_all_the_same(above: Page) -> None:
    staff_client().post(f"/cms/pages/{above.pk}/unpublish/", {"confirm": "1"})
    above.refresh_from_db()
    assert not above.live


def test_nor_are_all_pages_of_the_hub_with_what_lies_below_them(above: Page) -> None:
    staff_client().post("/cms/bulk/wagtailcore/page/unpublish/?id=all", SINGLE)
    assert not Page.objects.filter(path__startswith=above.path, live=False).exists()
