"""Administrators say which collections there are, and for whom. It counts at the next request."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from hub.access.enums import STAFF_ROLES, Role
from hub.access.groups import group_for_role
from hub.pages.models import HubDocument, HubImage
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection() -> Collection:
    return Collection.get_first_root_node().add_child(name="Plans")


def addresses_in(collection: Collection) -> list[str]:
    file = ContentFile(b"Words.", name="plan.txt")
    document = HubDocument.objects.create(title="Plan", file=file, collection=collection)
    image = HubImage.objects.create(title="Map", file=get_test_image_file(), collection=collection)
    rendition = image.get_rendition("width-80")
    return [document.url, document.file.url, image.file.url, rendition.url]


def test_an_administrator_makes_renames_and_deletes_a_collection() -> None:
    client, root = staff_client(), Collection.get_first_root_node()
    client.post("/cms/collections/add/", {"name": "Maps", "parent": root.pk})
    made = Collection.objects.get(name="Maps")
    client.post(f"/cms/collections/{made.pk}/", {"name": "Plans", "parent": root.pk})
    made.refresh_from_db()
    assert made.name == "Plans"
    assert client.post(f"/cms/collections/{made.pk}/delete/").status_code == 302
    assert not Collection.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("role", sorted(set(STAFF_ROLES) - {Role.ADMINISTRATOR}))
def test_other_staff_make_none_and_close_none(role: Role, collection: Collection) -> None:
    client, root = staff_client(role), Collection.get_first_root_node()
    client.post("/cms/collections/add/", {"name": "Maps", "parent": root.pk})
    client.post(f"/cms/collections/{collection.pk}/privacy/", {"restriction_type": "login"})
    assert not Collection.objects.filter(name="Maps").exists()
    assert not CollectionViewRestriction.objects.exists()


def test_closing_a_collection_counts_at_the_next_request(
    client: Client, collection: Collection
) -> None:
    addresses = addresses_in(collection)
    assert {client.get(address).status_code for address in addresses} == {200}
    group = group_for_role(Role.PRACTITIONER, "Practitioner")
    sent = {"restriction_type": "groups", "groups": [group.pk]}
    staff_client().post(f"/cms/collections/{collection.pk}/privacy/", sent)
    assert {client.get(address).status_code for address in addresses} == {404}


def test_opening_it_counts_at_the_next_request(client: Client, collection: Collection) -> None:
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    addresses = addresses_in(collection)
    assert {client.get(address).status_code for address in addresses} == {404}
    sent = {"restriction_type": "none"}
    staff_client().post(f"/cms/collections/{collection.pk}/privacy/", sent)
    assert {client.get(address).status_code for address in addresses} == {200}
