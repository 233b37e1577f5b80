"""Nobody puts a page, picture or file that is closed to them on a page, by an id typed by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db.models import Model
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.guidance.models import GuidancePage
from hub.pages.models import HubDocument, HubImage
from hub.pages.references import newly_named
from tests.factories import pages
from tests.factories.media import collection_for
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

Make = Callable[[], Model]
Block = tuple[str, Any]
STREAMS = ("links", "sources", "change_notes", "agency_notes", "what_to_do", "discussion_questions")


def closed_page() -> GuidancePage:
    page = pages.guidance(title="Closed", slug="closed")
    pages.restrict(page, practitioners())
    return page


def practitioners() -> object:
    return group_for_role(Role.PRACTITIONER, "Practitioner")


def closed_image() -> HubImage:
    collection = collection_for(practitioners())
    return HubImage.objects.create(title="Map", file=get_test_image_file(), collection=collection)


def closed_document() -> HubDocument:
    file = ContentFile(b"Words.", name="plan.txt")
    collection = collection_for(practitioners())
    return HubDocument.objects.create(title="Plan", file=file, collection=collection)


def link_to(thing: Model) -> Block:
    kind = "document" if isinstance(thing, HubDocument) else "page"
    html = f'<p>See <a linktype="{kind}" id="{thing.pk}">this</a></p>'
    return "paragraph", rich_text(html)


def picture_of(image: HubImage) -> Block:
    return "picture", {"image": str(image.pk), "alternative": "", "caption": ""}


def download_of(document: HubDocument) -> Block:
    return "download", {"document": str(document.pk), "description": "The plan"}


WAYS = [
    (closed_page, link_to, "body"),
    (closed_document, link_to, "body"),
    (closed_document, download_of, "body"),
    (closed_image, picture_of, "body"),
    (closed_page, lambda page: ("link", {"page": str(page.pk), "note": ""}), "links"),
]
every_way = pytest.mark.parametrize(("make", "in_block", "field"), WAYS)


def author(*also: Role) -> Client:
    person = with_role(UserFactory(), Role.AUTHOR)
    for role in also:
        with_role(person, role)
    return sign_in(Client(), person, mfa=True)


def save(client: Client, page: GuidancePage, field: str, block: Block) -> str:
    """Saves a draft with this block alone, and gives what the CMS says."""
    blocks = {name: [block] if name == field else [] for name in (*STREAMS, "body")}
    fields = {"title": page.title, "slug": page.slug, "summary": "", "marking": "official"}
    sent = fields | {name: streamfield(items) for name, items in blocks.items()}
    comments = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    sent |= {f"comments-{name}": "0" for name in comments}
    answer = client.post(f"/cms/pages/{page.pk}/edit/", nested_form_data(sent), follow=True)
    return answer.content.decode()


@every_way
def test_what_is_closed_to_an_author_gets_onto_no_page(
    make: Make, in_block: Callable[[Model], Block], field: str
) -> None:
    page = pages.guidance(title="Open", slug="open")
    said = save(author(), page, field, in_block(make()))
    assert "can&#x27;t be found" in said
    assert page.latest_revision is None


def test_a_page_in_a_field_of_its_own_counts_too() -> None:
    newer, older = pages.policy(title="Newer"), pages.policy(title="Older", slug="older")
    found = {(item.model, item.pk) for item in newly_named(older, {"superseded_by": newer})}
    assert found == {(Page, str(newer.pk))}


@every_way
def test_who_may_read_it_puts_it_there(
    make: Make, in_block: Callable[[Model], Block], field: str
) -> None:
    page = pages.guidance(title="Open", slug="open")
    save(author(Role.PRACTITIONER), page, field, in_block(make()))
    page.refresh_from_db()
    assert getattr(page.latest_revision.as_object(), field)


@every_way
def test_what_stood_there_before_stays(
    make: Make, in_block: Callable[[Model], Block], field: str
) -> None:
    page, block = pages.guidance(title="Open", slug="open"), in_block(make())
    save(author(Role.PRACTITIONER), page, field, block)
    save(author(), page, field, block)
    assert page.revisions.count() == 2
