"""Forbidden equals missing, on the site and in the lists of the CMS."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from hub.access.enums import Role
from tests.factories.people import UserFactory, in_group, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db
Document = get_document_model()


def red() -> Group:
    return Group.objects.get_or_create(name="Red")[0]


@pytest.fixture
def closed_page() -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    page = home.add_child(instance=Page(title="Closed to most", slug="closed-to-most"))
    PageViewRestriction.objects.create(page=page, restriction_type="groups").groups.add(red())
    return page


@pytest.fixture
def closed_document() -> object:
    root = Collection.objects.get(depth=1)
    shelf = root.add_child(instance=Collection(name="Closed shelf"))
    made = CollectionViewRestriction.objects.create(collection=shelf, restriction_type="groups")
    made.groups.add(red())
    file = ContentFile(b"text", name="closed.txt")
    return Document.objects.create(title="Closed document", file=file, collection=shelf)


@pytest.fixture
def author(client: Client) -> Client:
    return sign_in(client, with_role(UserFactory(), Role.AUTHOR), mfa=True)


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_closed_page_is_missing_like_one_that_never_was(
    client: Client, closed_page: Page, signed_in: bool
) -> None:
    if signed_in:
        sign_in(client, UserFactory())
    closed, missing = client.get("/closed-to-most/"), client.get("/never-was-here/")
    assert (closed.status_code, missing.status_code) == (404, 404)
    masked = closed.content.decode().replace("closed-to-most", "never-was-here")
    assert without_tokens(masked) == without_tokens(missing.content.decode())


def without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


def test_a_closed_document_is_missing(client: Client, closed_document: object) -> None:
    assert client.get(closed_document.url).status_code == 404


def test_a_closed_document_is_served_to_those_it_is_for(
    client: Client, closed_document: object
) -> None:
    sign_in(client, in_group(UserFactory(), "Red"))
    assert client.get(closed_document.url).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/cms/pages/{home}/", "/cms/choose-page/{home}/"],
)
def test_lists_of_the_cms_leave_out_pages_closed_to_an_author(
    author: Client, closed_page: Page, address: str
) -> None:
    home = closed_page.get_parent()
    home.add_child(instance=Page(title="Closed to nobody", slug="closed-to-nobody"))
    page = author.get(address.format(home=home.pk)).content.decode()
    assert "Closed to nobody" in page
    assert "Closed to most" not in page


def test_the_chooser_of_documents_leaves_out_what_is_closed_to_an_author(
    author: Client, closed_document: object
) -> None:
    Document.objects.create(title="Open document", file="open.txt")
    page = author.get("/cms/documents/chooser/results/").content.decode()
    assert "Open document" in page
    assert "Closed document" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/cms/pages/search/?q=&ordering=title",
        "/cms/pages/search/results/?q=&ordering=title",
        "/cms/api/main/pages/?order=-id",
        "/cms/reports/site-history/",
    ],
)
def test_what_the_cms_finds_leaves_out_pages_closed_to_an_author(
    author: Client, closed_page: Page, address: str
) -> None:
    open_page = Page(title="Closed to nobody", slug="closed-to-nobody")
    closed_page.get_parent().add_child(instance=open_page)
    for page in (open_page, closed_page):
        log(instance=page, action="wagtail.edit")
    text = author.get(address).content.decode()
    assert "Closed to nobody" in text
    assert "Closed to most" not in text


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_no_bulk_action_reaches_a_page_closed_to_an_author(
    author: Client, closed_page: Page, action: str
) -> None:
    address = f"/cms/bulk/wagtailcore/page/{action}/?id={closed_page.pk}"
    assert author.get(address).status_code == 404
    assert author.post(address).status_code == 404


def test_all_pages_of_a_list_are_those_that_one_may_read(closed_page: Page) -> None:
    home = closed_page.get_parent()
    home.add_child(instance=Page(title="Closed to nobody", slug="closed-to-nobody"))
    client = staff_client()
    address = f"/cms/bulk/wagtailcore/page/unpublish/?id=all&childOf={home.pk}"
    offered = client.get(address).content.decode()
    assert "Closed to nobody" in offered
    assert "Closed to most" not in offered
    client.post(address, {"confirm": "1"})
    live = dict(home.get_children().values_list("title", "live"))
    assert (live["Closed to most"], live["Closed to nobody"]) == (True, False)


def test_the_api_of_the_cms_misses_a_page_closed_to_an_author(
    author: Client, closed_page: Page
) -> None:
    assert author.get(f"/cms/api/main/pages/{closed_page.pk}/").status_code == 404


def test_nothing_is_copied_to_below_a_page_closed_to_an_author(
    author: Client, closed_page: Page
) -> None:
    home = closed_page.get_parent()
    page = home.add_child(instance=Page(title="Open", slug="open"))
    target = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": closed_page.pk}
    assert author.post(f"/cms/pages/{page.pk}/copy/", target).status_code == 404


@pytest.mark.parametrize("address", ["{}/", "{}/edit/", "1/move/{}/confirm/"])
def test_a_number_too_large_for_the_database_names_no_page(author: Client, address: str) -> None:
    assert author.get(f"/cms/pages/{address.format('9' * 30)}").status_code == 404
