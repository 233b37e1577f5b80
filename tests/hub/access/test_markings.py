"""What is OFFICIAL-SENSITIVE opens for verified practitioners with a second factor alone."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Page

from hub.access.collections import readable_media, rule_of_collection
from hub.access.enums import Marking, Role
from hub.access.markings import SENSITIVE_CLAUSES
from hub.access.models import CollectionMarking, PageMarking
from hub.access.pages import marking_of_page, readable_pages, rule_of_page
from hub.access.readers import Reader, reader_for
from hub.access.rules import is_no_wider
from hub.access.sensitive import is_sensitive
from hub.access.tokens import MEMBER
from hub.guidance.models import GuidancePage
from hub.pages.models import HubDocument
from tests.factories.pages import guidance, mark_sensitive, restrict
from tests.factories.people import (
    UserFactory,
    practitioner_client,
    sign_in,
    staff_client,
    with_role,
)

pytestmark = pytest.mark.django_db


def practitioner(*, second_factor: bool = True) -> Reader:
    person = with_role(UserFactory(), Role.PRACTITIONER)
    return reader_for(person, second_factor=second_factor)


def reads(page: Page, reader: Reader) -> bool:
    return readable_pages(Page.objects.filter(pk=page.pk), reader).exists()


def test_a_marked_page_asks_for_a_practitioner_and_a_second_factor() -> None:
    page = guidance()
    mark_sensitive(page)
    assert rule_of_page(page) == SENSITIVE_CLAUSES


def test_a_practitioner_with_a_second_factor_reads_it() -> None:
    page = guidance()
    mark_sensitive(page)
    assert reads(page, practitioner())


def test_a_practitioner_without_a_second_factor_does_not() -> None:
    page = guidance()
    mark_sensitive(page)
    assert not reads(page, practitioner(second_factor=False))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PRACTITIONER, Role.OWNER}))
def test_no_other_role_reads_it_even_with_a_second_factor(role: Role) -> None:
    page = guidance()
    mark_sensitive(page)
    assert not reads(page, reader_for(with_role(UserFactory(), role)))


def test_what_lies_below_bears_the_marking_too() -> None:
    page = guidance()
    mark_sensitive(page.get_parent())
    assert marking_of_page(page) == Marking.OFFICIAL_SENSITIVE


def test_a_lower_marking_below_a_sensitive_page_counts_for_nothing() -> None:
    page = guidance()
    mark_sensitive(page.get_parent())
    PageMarking.objects.create(page=page, level=Marking.OFFICIAL)
    assert marking_of_page(page) == Marking.OFFICIAL_SENSITIVE


def test_a_page_marked_official_is_open() -> None:
    page = guidance()
    PageMarking.objects.create(page=page, level=Marking.OFFICIAL)
    assert rule_of_page(page) == frozenset()


def test_a_marking_narrows_what_a_restriction_lets_in() -> None:
    page = guidance()
    restrict(page)
    mark_sensitive(page)
    assert rule_of_page(page) == SENSITIVE_CLAUSES | {frozenset({MEMBER})}


def test_an_alias_of_a_marked_page_is_marked() -> None:
    page = guidance()
    alias = page.create_alias(parent=page.get_parent().get_parent(), update_slug="elsewhere")
    mark_sensitive(page)
    assert is_sensitive(rule_of_page(alias))


@pytest.mark.parametrize("client", [Client, staff_client])
def test_its_address_is_missing_for_everybody_else(client: type[Client]) -> None:
    page = guidance(title="Quietly")
    mark_sensitive(page)
    response = client().get(page.url)
    assert response.status_code == 404
    assert b"Quietly" not in response.content


def test_a_practitioner_without_a_second_factor_is_led_to_it() -> None:
    page = guidance(title="Quietly", slug="a-page")
    mark_sensitive(page)
    response = practitioner_client(mfa=False).get(page.url)
    assert response.status_code == 302
    assert response.url.startswith(reverse("mfa_index"))


def test_its_address_opens_for_a_practitioner_with_a_second_factor() -> None:
    page = guidance(title="Quietly")
    mark_sensitive(page)
    assert practitioner_client().get(page.url).status_code == 200


def test_staff_who_are_no_practitioners_do_not_find_it_in_the_cms() -> None:
    page = guidance()
    mark_sensitive(page)
    assert staff_client().get(f"/cms/pages/{page.pk}/edit/").status_code == 404


def test_staff_who_are_practitioners_edit_it() -> None:
    page = guidance()
    mark_sensitive(page)
    person = with_role(with_role(UserFactory(), Role.REVIEWER), Role.PRACTITIONER)
    client = sign_in(Client(), person, mfa=True)
    assert client.get(f"/cms/pages/{page.pk}/edit/").status_code == 200


def test_restrictions_and_markings_cost_one_query(django_assert_num_queries: object) -> None:
    page = guidance()
    with django_assert_num_queries(1):
        assert rule_of_page(page) == frozenset()


def test_a_marked_collection_closes_its_files() -> None:
    shelf = Collection.get_first_root_node().add_child(name="Shelf")
    CollectionMarking.objects.create(collection=shelf, level=Marking.OFFICIAL_SENSITIVE)
    document = HubDocument.objects.create(title="Plan", file="plan.txt", collection=shelf)
    documents = HubDocument.objects.filter(pk=document.pk)
    assert list(readable_media(documents, practitioner())) == [document]
    assert not readable_media(documents, practitioner(second_factor=False)).exists()
    assert is_no_wider(rule_of_collection(shelf), SENSITIVE_CLAUSES)


def test_lists_leave_marked_pages_out() -> None:
    page = guidance()
    mark_sensitive(page)
    everyone = readable_pages(GuidancePage.objects.all(), reader_for(UserFactory()))
    assert not everyone.filter(pk=page.pk).exists()
