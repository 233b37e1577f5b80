"""Nobody brings to readers alone what is OFFICIAL-SENSITIVE, whichever way they try it."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from hub.access.enums import Marking, Role
from hub.access.pages import marking_of_page
from hub.home.models import InformationPage
from hub.users.models import User
from tests.factories.approval import cleared, draft, sent
from tests.factories.pages import mark_sensitive
from tests.factories.people import sign_in

pytestmark = pytest.mark.django_db

SENSITIVE, REFUSED = Marking.OFFICIAL_SENSITIVE, "takes two people"


@pytest.fixture
def reviewer() -> User:
    return cleared(Role.REVIEWER)


@pytest.fixture
def client(reviewer: User) -> Client:
    return sign_in(Client(), reviewer, mfa=True)


@pytest.fixture
def page() -> InformationPage:
    return InformationPage.objects.get(slug="about")


def send(client: Client, address: str, **fields: str) -> str:
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(nested_form_data({"body": streamfield([])}))
    data.update(fields)
    return client.post(address, data, follow=True).content.decode()


def publish(client: Client, page: Page, **fields: str) -> str:
    fields = {"title": "Changed", "action-publish": "1"} | fields
    return send(client, reverse("wagtailadmin_pages:edit", args=[page.pk]), **fields)


def title(page: Page) -> str:
    return Page.objects.get(pk=page.pk).title


def test_one_person_publishes_what_isnt(client: Client, page: InformationPage) -> None:
    publish(client, page)
    assert title(page) == "Changed"


def test_the_editor_publishes_nothing_sensitive(client: Client, page: InformationPage) -> None:
    mark_sensitive(page)
    assert REFUSED in publish(client, page)
    assert title(page) != "Changed"


def test_nor_what_becomes_so_with_it(client: Client, page: InformationPage) -> None:
    assert REFUSED in publish(client, page, marking=SENSITIVE)
    assert title(page) != "Changed"


def test_nor_what_is_marked_lower_with_it(client: Client, page: InformationPage) -> None:
    mark_sensitive(page)
    assert REFUSED in publish(client, page, marking=Marking.OFFICIAL)
    assert marking_of_page(page) == SENSITIVE


def test_a_new_page_isnt_published_either(client: Client) -> None:
    parent = Page.objects.get(depth=2)
    address = f"/cms/pages/add/home/informationpage/{parent.pk}/"
    fields = {"title": "New", "slug": "new-page", "marking": SENSITIVE, "action-publish": "1"}
    assert REFUSED in send(client, address, **fields)
    assert not Page.objects.filter(slug="new-page").exists()


def test_whoever_wrote_the_newest_version_doesnt_mark_it_lower(
    client: Client, reviewer: User, page: InformationPage
) -> None:
    mark_sensitive(page)
    page.save_revision(user=reviewer)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "somebody else must mark it lower" in send(client, address, marking=Marking.OFFICIAL)
    assert marking_of_page(page) == SENSITIVE


def test_nor_are_many_published_at_once(client: Client) -> None:
    page = draft()
    mark_sensitive(page)
    client.post(f"/cms/bulk/wagtailcore/page/publish/?id={page.pk}", {"next": "/cms/"})
    assert not Page.objects.get(pk=page.pk).live


def test_one_person_takes_it_from_readers(client: Client, page: InformationPage) -> None:
    mark_sensitive(page)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not Page.objects.get(pk=page.pk).live


def test_a_decision_about_another_page_isnt_taken_through_ones_own(
    client: Client, reviewer: User
) -> None:
    """The address names the page and what waits, and Wagtail compares neither with the other."""
    hidden, own = draft(), draft()
    mark_sensitive(hidden)
    state = sent(hidden, reviewer)
    sent(own, cleared(Role.AUTHOR))
    address = reverse("wagtailadmin_pages:workflow_action", args=[own.pk, "approve", state.pk])
    client.post(address)
    state.refresh_from_db()
    assert state.is_open
