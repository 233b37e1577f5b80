"""Documents are found by what stands in their files, by those who may fetch them."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from hub.access.enums import Marking
from hub.access.models import CollectionMarking
from hub.access.registry import kind_named
from hub.files.reading import read_files
from hub.pages.models import HubDocument
from search.models import Entry, EntrySection
from tests.factories.files import make_document, pdf_file, word_file
from tests.factories.media import collection_for
from tests.factories.people import UserFactory, in_group, practitioner_client, sign_in

pytestmark = pytest.mark.django_db

PHRASE = "nightjar protocol"


def found(client: Client, words: str = PHRASE) -> list:
    return client.get("/search/", {"q": words}).context["results"]


def read_document(name: str = "a.pdf", data: bytes = b"", **given: object) -> HubDocument:
    document = make_document(name, data or pdf_file("Cover", f"The {PHRASE} says"), **given)
    read_files.call()
    return document


def test_a_pdf_is_found_by_a_phrase_and_opens_at_its_page(client: Client) -> None:
    document = read_document()
    result = found(client)[0]
    assert (result.kind, result.title, result.url) == ("Document", "A form", document.url)
    assert (result.section_url, result.section_title) == (f"{document.url}#page=2", "Page 2")


def test_what_is_downloaded_is_found_without_a_place_to_jump_to(client: Client) -> None:
    read_document("a.docx", word_file(("berschrift1", "When"), ("", PHRASE)))
    assert [(result.title, result.section_url) for result in found(client)] == [("A form", "")]


def test_an_old_file_is_no_longer_found_as_soon_as_another_takes_its_place(client: Client) -> None:
    document = read_document()
    document.file.name = "documents/another.pdf"
    document.save()
    assert found(client) == []


def test_a_closed_collection_closes_its_files_to_search() -> None:
    read_document(collection=collection_for(Group.objects.create(name="Insiders")))
    outsider, insider = UserFactory(), in_group(UserFactory(), "Insiders")
    assert found(sign_in(Client(), outsider)) == []
    assert len(found(sign_in(Client(), insider))) == 1


def test_closing_and_opening_a_collection_counts_at_once(client: Client) -> None:
    place = Collection.get_first_root_node().add_child(name="Tools")
    read_document(collection=place)
    restriction = CollectionViewRestriction.objects.create(
        collection=place, restriction_type="login"
    )
    seen = [len(found(client))]
    restriction.delete()
    seen.append(len(found(client)))
    assert seen == [0, 1]


def test_a_marked_collection_keeps_its_texts_out_of_the_index() -> None:
    place = Collection.get_first_root_node().add_child(name="Tools")
    document = read_document(collection=place)
    CollectionMarking.objects.create(collection=place, level=Marking.OFFICIAL_SENSITIVE)
    entry = Entry.objects.get(kind="document", object_id=document.pk)
    assert not EntrySection.objects.filter(entry=entry).exists()
    assert (entry.text.summary, entry.text.title) == ("", "A form")
    assert found(practitioner_client()) == []


def test_only_marked_ones_are_named_sensitive() -> None:
    place = Collection.get_first_root_node().add_child(name="Tools")
    CollectionMarking.objects.create(collection=place, level=Marking.OFFICIAL_SENSITIVE)
    marked = make_document("a.txt", b"a", collection=place)
    other = make_document("b.txt", b"b")
    assert kind_named("document").sensitive([marked.pk, other.pk]) == {marked.pk}


def test_a_deleted_document_is_no_longer_found(client: Client) -> None:
    read_document().delete()
    assert found(client) == []
