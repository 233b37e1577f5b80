"""Where an editor marks a page, and what the editor refuses."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, Page
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from hub.access.enums import Marking, Role
from hub.access.models import AuditRecord, CollectionMarking, PageMarking
from hub.access.pages import marking_of_page
from hub.home.models import InformationPage
from hub.pages.models import HubDocument
from tests.factories.pages import mark_sensitive
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

SENSITIVE = Marking.OFFICIAL_SENSITIVE


def editor(role: Role = Role.REVIEWER, *, practitioner: bool = True) -> Client:
    person = with_role(UserFactory(), role)
    if practitioner:
        with_role(person, Role.PRACTITIONER)
    return sign_in(Client(), person, mfa=True)


@pytest.fixture
def page() -> InformationPage:
    return InformationPage.objects.get(slug="about")


def save(client: Client, page: Page, level: str, *, text: str = "", **headers: str) -> str:
    address = f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    body = [("paragraph", rich_text(text))] if text else []
    data.update(nested_form_data({"body": streamfield(body)}))
    data["marking"] = level
    return client.post(address, data, follow=True, headers=headers).content.decode()


def test_the_marking_counts_as_soon_as_a_draft_is_saved(page: InformationPage) -> None:
    save(editor(), page, SENSITIVE)
    assert Client().get(page.url).status_code == 404
    assert AuditRecord.objects.filter(subject=f"page {page.pk}", person_id__gt=0).exists()


def test_what_the_editor_saves_by_itself_marks_nothing(page: InformationPage) -> None:
    save(editor(), page, SENSITIVE, accept="application/json")
    assert not PageMarking.objects.exists()


def test_a_page_below_a_sensitive_one_cannot_be_marked_lower(page: InformationPage) -> None:
    mark_sensitive(page.get_parent())
    assert "can&#x27;t be marked lower" in save(editor(), page, Marking.OFFICIAL)
    assert marking_of_page(page) == SENSITIVE


def test_an_author_who_may_not_publish_cannot_lower_a_marking(page: InformationPage) -> None:
    mark_sensitive(page)
    assert "may publish this page" in save(editor(Role.AUTHOR), page, Marking.OFFICIAL)
    assert marking_of_page(page) == SENSITIVE


def test_who_may_publish_lowers_it(page: InformationPage) -> None:
    mark_sensitive(page)
    save(editor(), page, Marking.OFFICIAL)
    assert marking_of_page(page) == Marking.OFFICIAL


def test_nobody_marks_a_page_that_they_could_not_open_afterwards(page: InformationPage) -> None:
    said = save(editor(practitioner=False), page, SENSITIVE)
    assert "you would lose this page" in said
    assert marking_of_page(page) == Marking.OFFICIAL


def test_the_editor_shows_what_the_page_bears_from_above(page: InformationPage) -> None:
    mark_sensitive(page.get_parent())
    shown = editor().get(f"/cms/pages/{page.pk}/edit/")
    assert shown.context["form"]["marking"].value() == SENSITIVE


@pytest.mark.parametrize(("level", "refused"), [(None, True), (SENSITIVE, False)])
def test_files_of_a_sensitive_page_lie_where_no_more_people_can_open_them(
    page: InformationPage, level: Marking | None, refused: bool
) -> None:
    shelf = Collection.get_first_root_node().add_child(name="Shelf")
    if level:
        CollectionMarking.objects.create(collection=shelf, level=level)
    file = ContentFile(b"names", "list.txt")
    document = HubDocument.objects.create(title="The list", file=file, collection=shelf)
    link = f'<p><a linktype="document" id="{document.pk}">the list</a></p>'
    said = save(editor(), page, SENSITIVE, text=link)
    assert ("more people could open The list" in said) is refused
    assert (marking_of_page(page) == SENSITIVE) is not refused


def test_a_new_page_is_marked_with_its_first_saving() -> None:
    client, parent = editor(), Page.objects.get(depth=2)
    address = f"/cms/pages/add/home/informationpage/{parent.pk}/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(nested_form_data({"body": streamfield([])}))
    data["title"], data["slug"], data["marking"] = "New", "new-page", SENSITIVE
    client.post(address, data)
    assert marking_of_page(Page.objects.get(slug="new-page")) == SENSITIVE


def test_a_page_copied_in_the_cms_is_marked_like_its_source(page: InformationPage) -> None:
    mark_sensitive(page)
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    editor().post(f"/cms/pages/{page.pk}/copy/", data)
    assert marking_of_page(Page.objects.get(slug="copy")) == SENSITIVE


def test_an_alias_that_becomes_a_page_keeps_the_marking(page: InformationPage) -> None:
    mark_sensitive(page)
    alias = page.create_alias(parent=page.get_parent(), update_slug="alias")
    editor().post(f"/cms/pages/{alias.pk}/convert_alias/")
    alias.refresh_from_db()
    assert (alias.alias_of_id, marking_of_page(alias)) == (None, SENSITIVE)


def test_a_page_titled_as_secret_is_not_saved(page: InformationPage) -> None:
    client, address = editor(), f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(nested_form_data({"body": streamfield([])}))
    data["title"] = "UK SECRET"
    assert "anything marked SECRET" in client.post(address, data, follow=True).content.decode()
    assert not page.revisions.exists()


def test_an_editor_left_open_meanwhile_lowers_nothing(page: InformationPage) -> None:
    client, address = editor(), f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(nested_form_data({"body": streamfield([])}))
    mark_sensitive(page)
    said = client.post(address, data, follow=True).content.decode()
    assert "changed the marking to OFFICIAL-SENSITIVE" in said
    assert marking_of_page(page) == SENSITIVE
