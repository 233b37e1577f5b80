"""A closed page takes no picture and no file along that anyone could fetch."""

import json

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Page
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.guidance.models import GuidancePage
from hub.home.models import InformationPage
from hub.pages.models import HubDocument, HubImage
from tests.factories.media import collection_for
from tests.factories.pages import guidance, restrict
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Client:
    """A reviewer who may read what is for practitioners."""
    person = with_role(with_role(UserFactory(), Role.REVIEWER), Role.PRACTITIONER)
    return sign_in(Client(), person, mfa=True)


def page_with_picture(collection: Collection) -> GuidancePage:
    image = HubImage.objects.create(
        title="Street map", file=get_test_image_file(), collection=collection
    )
    picture = {"type": "picture", "value": {"image": image.pk, "alternative": "A map"}}
    return guidance(title="Closed", summary="Closed.", body=json.dumps([picture]))


def publish(client: Client, page: GuidancePage, action: str = "action-publish") -> str:
    """What the editor says after pressing Publish, or another button, on an unchanged page."""
    return press(client, page, streams_of(page), action)


def press(client: Client, page: Page, streams: dict[str, object], action: str) -> str:
    address = f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(nested_form_data(streams))
    data[action] = action
    return client.post(address, data, follow=True).content.decode()


def streams_of(page: GuidancePage) -> dict[str, object]:
    """The streams as the editor's script would fill them in: what the page has, the rest empty."""
    empty = ("what_to_do", "agency_notes", "discussion_questions", "links", "sources")
    streams: dict[str, object] = {name: streamfield([]) for name in (*empty, "change_notes")}
    pictures = [
        ("picture", {"image": block.value["image"].pk, "alternative": "A map", "caption": ""})
        for block in page.body
    ]
    notes = [
        ("note", {"agency": note.value["agency"], "text": rich_text(note.value["text"].source)})
        for note in page.agency_notes
    ]
    return streams | {"body": streamfield(pictures), "agency_notes": streamfield(notes)}


def closed_collection() -> Collection:
    return collection_for(group_for_role(Role.PRACTITIONER, "Practitioner"))


def test_a_closed_page_with_an_open_picture_is_not_published(reviewer: Client) -> None:
    page = page_with_picture(Collection.get_first_root_node())
    restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    text = publish(reviewer, page)
    assert "more people could open Street map" in text
    assert not page.revisions.exists()


@pytest.mark.parametrize("action", ["action-submit", "action-workflow-action"])
def test_nor_does_it_go_to_a_reviewer_whose_approval_would_publish_it(
    reviewer: Client, action: str
) -> None:
    page = page_with_picture(Collection.get_first_root_node())
    restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    assert "more people could open Street map" in publish(reviewer, page, action)
    assert page.current_workflow_state is None


def test_a_closed_page_with_an_equally_closed_picture_is_published(reviewer: Client) -> None:
    page = page_with_picture(closed_collection())
    restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    assert "more people could open" not in publish(reviewer, page)
    assert page.revisions.exists()


def test_an_open_page_may_show_an_open_picture(reviewer: Client) -> None:
    page = page_with_picture(Collection.get_first_root_node())
    publish(reviewer, page)
    assert page.revisions.exists()


def test_a_closed_page_that_links_to_an_open_file_in_a_note_is_not_published(
    reviewer: Client,
) -> None:
    file = ContentFile(b"names", "list.docx")
    document = HubDocument.objects.create(title="List of names", file=file)
    text = f'<p>See <a linktype="document" id="{document.pk}">the list</a>.</p>'
    page = guidance(summary="Closed.", agency_notes=[("note", {"agency": "police", "text": text})])
    restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    assert "more people could open List of names" in publish(reviewer, page)
    assert not page.revisions.exists()


def test_nor_is_a_closed_page_about_the_hub_with_an_open_picture(reviewer: Client) -> None:
    image = HubImage.objects.create(title="Street map", file=get_test_image_file())
    page = InformationPage.objects.get(slug="about")
    restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    value = {"image": image.pk, "alternative": "A map", "caption": ""}
    streams = {"body": streamfield([("picture", value)])}
    assert "more people could open Street map" in press(reviewer, page, streams, "action-publish")
    assert not page.revisions.exists()


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_a_page_without_a_summary_or_a_text_stays_a_draft(reviewer: Client, action: str) -> None:
    page = guidance(summary="", body=[])
    text = publish(reviewer, page, action)
    assert text.count("Readers need this") == 2
    assert not page.revisions.exists()


def test_a_draft_may_lack_what_readers_need(reviewer: Client) -> None:
    page = guidance(summary="", body=[])
    assert "Readers need this" not in publish(reviewer, page, "save-draft")
    assert page.revisions.exists()


def test_the_editor_tells_two_people_of_each_other(reviewer: Client) -> None:
    page = guidance(summary="Both of us.")
    text = reviewer.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "/cms/editing-sessions/" in text
