"""Uploads leave the hub by one door only, and only for those whom their collection lets in."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.pages.models import HubDocument, HubImage
from tests.factories.media import collection_for
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def private_collection() -> Collection:
    """A collection for practitioners only."""
    return collection_for(group_for_role(Role.PRACTITIONER, "Practitioner"))


def document(name: str = "plan.pdf", collection: Collection | None = None) -> HubDocument:
    place = collection or Collection.get_first_root_node()
    return HubDocument.objects.create(
        title="Plan", file=ContentFile(b"%PDF-1.4 plan", name=name), collection=place
    )


def image(collection: Collection | None = None) -> HubImage:
    place = collection or Collection.get_first_root_node()
    return HubImage.objects.create(title="Map", file=get_test_image_file(), collection=place)


def test_a_public_document_is_served_to_anyone(client: Client) -> None:
    item = document()
    assert client.get(f"/media/{item.file.name}").status_code == 200


def test_a_private_document_is_missing_for_the_public(
    client: Client, private_collection: Collection
) -> None:
    item = document(collection=private_collection)
    assert client.get(f"/media/{item.file.name}").status_code == 404
    assert client.get(item.url).status_code == 404


def test_a_private_document_is_missing_for_a_member_without_the_role(
    client: Client, private_collection: Collection
) -> None:
    sign_in(client, with_role(UserFactory(), Role.MEMBER))
    assert (
        client.get(f"/media/{document(collection=private_collection).file.name}").status_code == 404
    )


def test_a_private_document_is_served_to_those_it_is_for_and_kept_by_no_cache(
    client: Client, private_collection: Collection
) -> None:
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER))
    response = client.get(f"/media/{document(collection=private_collection).file.name}")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_a_rendition_of_a_private_image_is_missing_for_the_public(
    client: Client, private_collection: Collection
) -> None:
    rendition = image(private_collection).get_rendition("width-100")
    assert client.get(rendition.url).status_code == 404


def test_a_rendition_of_a_public_image_is_served_inline(client: Client) -> None:
    response = client.get(image().get_rendition("width-100").url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("inline")


def test_a_collection_inside_a_private_one_is_private_too(
    client: Client, private_collection: Collection
) -> None:
    child = private_collection.add_child(name="Inner")
    assert client.get(f"/media/{document(collection=child).file.name}").status_code == 404


def test_html_is_sent_as_an_attachment_that_no_browser_runs(client: Client) -> None:
    response = client.get(f"/media/{document('page.html').file.name}")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["hub.sqlite3", "../hub.sqlite3", "documents/none.pdf", "%2e%2e/x"]
)
def test_a_file_that_is_no_upload_is_missing(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code == 404


def test_losing_the_group_from_the_restriction_closes_the_collection_to_all(
    client: Client, private_collection: Collection
) -> None:
    Group.objects.filter(access_token__token="role:practitioner").delete()
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER))
    assert (
        client.get(f"/media/{document(collection=private_collection).file.name}").status_code == 404
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", b"<html><script>alert(1)</script>"),
        ("plan.docx", b"MZ\x90\x00"),
        ("plan.txt", b"MZ\x90\x00"),
    ],
)
def test_a_document_that_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(ValidationError, match="isn't what its name says"):
        HubDocument(title="Plan", file=ContentFile(content, name=name)).clean()


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.PDF", b"%PDF-1.7"), ("plan.xlsx", b"PK\x03\x04"), ("plan.csv", "Siân;1".encode())],
)
def test_a_document_that_is_what_its_name_says_is_accepted(name: str, content: bytes) -> None:
    document = HubDocument(title="Plan", file=ContentFile(content, name=name))
    document.clean()
    assert document.file.read() == content


def test_a_document_whose_file_is_lost_can_still_be_mended() -> None:
    lost = document()
    lost.file.storage.delete(lost.file.name)
    HubDocument.objects.get(pk=lost.pk).clean()


def test_the_cms_says_beside_the_upload_what_is_wrong_with_it(client: Client) -> None:
    author = sign_in(client, with_role(UserFactory(), Role.AUTHOR), mfa=True)
    upload = ContentFile(b"<script>alert(1)</script>", name="plan.pdf")
    answer = author.post("/cms/documents/multiple/add/", {"files[]": upload})
    assert "isn't what its name says" in answer.json()["error_message"]
    assert not HubDocument.objects.exists()


@pytest.mark.parametrize(
    "name", ["kai_smith_dob_03-05-2009.pdf", "Kai (14) plan.pdf", "07700900123.pdf"]
)
def test_a_file_whose_name_could_point_at_a_person_is_refused(client: Client, name: str) -> None:
    author = sign_in(client, with_role(UserFactory(), Role.AUTHOR), mfa=True)
    upload = ContentFile(b"%PDF-1.7", name=name)
    answer = author.post("/cms/documents/multiple/add/", {"files[]": upload})
    assert "could point to a real person. Rename the file" in answer.json()["error_message"]
    assert not HubDocument.objects.exists()


def test_an_image_whose_name_could_point_at_a_person_is_refused() -> None:
    with pytest.raises(ValidationError, match="Rename the file"):
        HubImage(title="x", file=get_test_image_file(filename="AB12 CDE.png")).clean()
