"""Each operation of the CMS on files and collections leaves the rows right at every commit."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from hub.access.enums import Marking
from hub.access.models import CollectionMarking
from hub.access.readers import Reader
from hub.access.tokens import MEMBER, PUBLIC, group_token
from hub.files.reading import read_files
from hub.pages.models import HubDocument
from search.models import EntrySection
from tests.factories.files import make_document
from tests.factories.media import collection_for
from tests.search.sync.oracle import every_moment, faults
from tests.search.sync.test_cms_operations import administrator_in

pytestmark = pytest.mark.django_db


@dataclass
class Shelves:
    """An open collection with one inside it and a closed one; each holds a document."""

    opened: Collection
    inner: Collection
    closed: Collection
    documents: list[HubDocument]
    group: Group
    client: Client

    def post(self, address: str, data: object) -> None:
        response = self.client.post(f"/cms/{address}", data)
        assert response.status_code in {200, 302}, response.content[:500]

    def bulk(self, action: str, **data: object) -> None:
        ids = "&".join(f"id={document.pk}" for document in self.documents)
        self.post(f"bulk/pages/hubdocument/{action}/?next=/cms/&{ids}", data)


@pytest.fixture
def shelves() -> Shelves:
    group = Group.objects.create(name="Task group")
    opened = Collection.get_first_root_node().add_child(name="Open")
    inner = opened.add_child(name="Inner")
    closed = collection_for(group)
    places = (opened, inner, closed)
    documents = [make_document(f"{place.name}.txt", b"Ring", collection=place) for place in places]
    read_files.call()
    return Shelves(opened, inner, closed, documents, group, administrator_in(group))


def move_many_into_closed(shelves: Shelves) -> None:
    shelves.bulk("add_to_collection", collection=shelves.closed.pk)


def move_many_out_of_closed(shelves: Shelves) -> None:
    shelves.bulk("add_to_collection", collection=shelves.opened.pk)


def delete_many(shelves: Shelves) -> None:
    shelves.bulk("delete")


def change_collection(shelves: Shelves) -> None:
    data = {"title": "Renamed", "collection": shelves.closed.pk}
    shelves.post(f"documents/edit/{shelves.documents[0].pk}/", data)


def delete_one(shelves: Shelves) -> None:
    shelves.post(f"documents/delete/{shelves.documents[0].pk}/", {})


def privacy(shelves: Shelves, collection: Collection, kind: str, *groups: Group) -> None:
    data = {"restriction_type": kind, "groups": [group.pk for group in groups], "password": ""}
    shelves.post(f"collections/{collection.pk}/privacy/", data)


def close_to_group(shelves: Shelves) -> None:
    privacy(shelves, shelves.opened, "groups", shelves.group)


def close_to_public(shelves: Shelves) -> None:
    privacy(shelves, shelves.opened, "login")


def open_again(shelves: Shelves) -> None:
    privacy(shelves, shelves.closed, "none")


def move_collection(shelves: Shelves) -> None:
    data = {"name": "Inner", "parent": shelves.closed.pk}
    shelves.post(f"collections/{shelves.inner.pk}/", data)


OPERATIONS = (
    move_many_into_closed,
    move_many_out_of_closed,
    delete_many,
    change_collection,
    delete_one,
    close_to_group,
    close_to_public,
    open_again,
    move_collection,
)


def state() -> tuple[set[object], ...]:
    restrictions = CollectionViewRestriction.objects.values_list("collection", "restriction_type")
    paths = Collection.objects.values_list("pk", "path")
    documents = HubDocument.objects.values_list("pk", "title", "collection")
    return set(documents), set(paths), set(restrictions)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.__name__)
def test_rows_are_right_at_every_commit(
    operation: Callable[[Shelves], None], shelves: Shelves
) -> None:
    insider = Reader(-2, frozenset({PUBLIC, MEMBER, group_token(shelves.group.pk)}))
    before = state()
    with every_moment(insider) as moments:
        operation(shelves)
    assert state() != before
    assert moments.seen > 0
    assert moments.faults == []


def test_a_group_that_goes_leaves_its_files_to_nobody(shelves: Shelves) -> None:
    insider = Reader(-2, frozenset({PUBLIC, MEMBER, group_token(shelves.group.pk)}))
    shelves.group.delete()
    assert faults(insider) == []


def test_a_marking_that_is_taken_back_brings_the_texts_back(shelves: Shelves) -> None:
    level = Marking.OFFICIAL_SENSITIVE
    marking = CollectionMarking.objects.create(collection=shelves.opened, level=level)
    without = EntrySection.objects.filter(entry__kind="document").count()
    marking.delete()
    assert (without, EntrySection.objects.filter(entry__kind="document").count()) == (1, 3)
    assert faults() == []
