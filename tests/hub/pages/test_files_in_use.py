"""What closes a page closes its files, or is refused; so is what opens a file of a closed page."""

import json

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, Page, PageViewRestriction

from hub.access.enums import Marking, Role
from hub.access.groups import group_for_role
from hub.access.models import PageMarking
from hub.guidance.models import GuidanceIndexPage, GuidancePage
from hub.pages.models import HubDocument
from tests.factories import pages
from tests.factories.media import collection_for
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Client:
    """An administrator who may read what is for practitioners."""
    person = with_role(with_role(UserFactory(), Role.ADMINISTRATOR), Role.PRACTITIONER)
    return sign_in(Client(), person, mfa=True)


@pytest.fixture
def closed() -> Collection:
    """A collection for practitioners."""
    return collection_for(practitioners())


def practitioners() -> object:
    return group_for_role(Role.PRACTITIONER, "Practitioner")


def document_in(collection: Collection) -> HubDocument:
    file = ContentFile(b"Words.", name="plan.txt")
    return HubDocument.objects.create(title="The plan", file=file, collection=collection)


def page_with(document: HubDocument) -> GuidancePage:
    link = f'<p><a linktype="document" id="{document.pk}">words</a></p>'
    return pages.guidance(body=json.dumps([{"type": "paragraph", "value": link}]))


def set_privacy(client: Client, page: Page) -> str:
    sent = {"restriction_type": "groups", "groups": [practitioners().pk]}
    return client.post(f"/cms/pages/{page.pk}/privacy/", sent).content.decode()


def another_index() -> Page:
    index = GuidanceIndexPage(title="For some", slug="for-some")
    return pages.home_page().add_child(instance=index)


def test_a_page_is_not_closed_while_its_files_stay_open(staff: Client) -> None:
    page = page_with(document_in(Collection.get_first_root_node()))
    said = set_privacy(staff, page)
    assert "more people could open The plan" in said
    assert not PageViewRestriction.objects.exists()


def test_nor_is_a_section_above_such_a_page(staff: Client) -> None:
    page = page_with(document_in(Collection.get_first_root_node()))
    set_privacy(staff, page.get_parent())
    assert not PageViewRestriction.objects.exists()


def test_a_page_is_closed_with_files_as_closed_as_it_will_be(
    staff: Client, closed: Collection
) -> None:
    page = page_with(document_in(closed))
    set_privacy(staff, page)
    assert PageViewRestriction.objects.get().page_id == page.pk


def test_who_a_page_is_for_is_changed_together_with_its_files(
    staff: Client, closed: Collection
) -> None:
    page = page_with(document_in(closed))
    pages.restrict(page, group_for_role(Role.ADMINISTRATOR, "Administrator"))
    set_privacy(staff, page)
    assert [g.pk for g in PageViewRestriction.objects.get().groups.all()] == [practitioners().pk]


def move(client: Client, page: Page, place: Page, many: bool) -> None:
    if many:
        client.post(f"/cms/bulk/wagtailcore/page/move/?id={page.pk}", {"chooser": place.pk})
    else:
        client.post(f"/cms/pages/{page.pk}/move/{place.pk}/confirm/")


@pytest.mark.parametrize("many", [False, True])
def test_a_page_with_open_files_does_not_move_below_a_closed_one(staff: Client, many: bool) -> None:
    page, place = page_with(document_in(Collection.get_first_root_node())), another_index()
    pages.restrict(place, practitioners())
    move(staff, page, place, many)
    assert Page.objects.get(pk=page.pk).path == page.path


@pytest.mark.parametrize("many", [False, True])
def test_it_moves_below_an_open_one(staff: Client, many: bool) -> None:
    page, place = page_with(document_in(Collection.get_first_root_node())), another_index()
    move(staff, page, place, many)
    assert Page.objects.get(pk=page.pk).path.startswith(place.path)


def test_a_section_is_not_marked_while_files_below_it_stay_open(staff: Client) -> None:
    page = page_with(document_in(Collection.get_first_root_node()))
    index = page.get_parent().specific
    sent = {"title": index.title, "slug": index.slug, "introduction": "Words."}
    address = f"/cms/pages/{index.pk}/edit/"
    answer = staff.post(address, sent | {"marking": Marking.OFFICIAL_SENSITIVE})
    assert "more people could open The plan" in answer.content.decode()
    assert not PageMarking.objects.sensitive().exists()


def change_collection(client: Client, document: HubDocument, collection: Collection) -> str:
    sent = {"title": document.title, "collection": collection.pk}
    return client.post(f"/cms/documents/edit/{document.pk}/", sent).content.decode()


def test_a_file_of_a_closed_page_stays_in_a_closed_collection(
    staff: Client, closed: Collection
) -> None:
    document = document_in(closed)
    pages.restrict(page_with(document), practitioners())
    said = change_collection(staff, document, Collection.get_first_root_node())
    document.refresh_from_db()
    assert "fewer people" in said
    assert document.collection == closed


def test_nor_do_many_files_leave_it_at_once(staff: Client, closed: Collection) -> None:
    document = document_in(closed)
    pages.restrict(page_with(document), practitioners())
    root = Collection.get_first_root_node()
    address = f"/cms/bulk/pages/hubdocument/add_to_collection/?id={document.pk}"
    staff.post(address, {"collection": root.pk})
    document.refresh_from_db()
    assert document.collection == closed


@pytest.mark.parametrize("used", [False, True])
def test_a_file_that_no_closed_page_shows_goes_anywhere(
    staff: Client, closed: Collection, used: bool
) -> None:
    document = document_in(closed)
    if used:
        page_with(document)
    change_collection(staff, document, Collection.get_first_root_node())
    document.refresh_from_db()
    assert document.collection == Collection.get_first_root_node()
