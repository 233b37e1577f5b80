"""The list of one page, and the notes that the editor's script asks for while somebody writes."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import AuditRecord, PageMarking
from hub.guidance.models import GuidancePage
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role
from tests.hub.pages.test_editor import edit_address

pytestmark = pytest.mark.django_db


def address(page: Page) -> str:
    return f"/cms/pages/{page.pk}/checks/"


@pytest.fixture
def author() -> Client:
    return staff_client(Role.AUTHOR)


@pytest.fixture
def guide() -> GuidancePage:
    return pages.guidance(title="Cuckooing", summary="Ask the QXA team.")


def form_of(client: Client, page: Page, **typed: str) -> dict[str, str]:
    """What the script of the editor sends: the fields as they stand, with what was typed."""
    form = client.get(edit_address(page)).context["form"]
    data = {name: form.initial.get(name) or "" for name in ("title", "slug", "summary")}
    streams = ("links", "sources", "change_notes", "agency_notes", "body", "what_to_do")
    data |= {f"{name}-count": "0" for name in streams if name in form.fields}
    return {**data, "discussion_questions-count": "0", **typed}


def test_the_list_says_what_where_why_and_how(author: Client, guide: GuidancePage) -> None:
    html = author.get(address(guide)).content.decode()
    assert "Neither the page nor the glossary says what QXA means." in html
    assert "Colleagues of other agencies" in html
    assert f"/cms/pages/{guide.pk}/edit/#:w:contentpath=summary" in html


def test_the_list_is_of_the_newest_draft(author: Client, guide: GuidancePage) -> None:
    guide.summary = "Ask the QXB team."
    guide.save_revision()
    html = author.get(address(guide)).content.decode()
    assert "QXB" in html
    assert "QXA" not in html


def test_notes_are_of_what_was_typed_and_nothing_is_stored(
    author: Client, guide: GuidancePage
) -> None:
    typed = form_of(author, guide, summary="Ask the QXC team.")
    html = author.post(address(guide), typed).content.decode()
    assert "QXC" in html
    guide.refresh_from_db()
    assert guide.summary == "Ask the QXA team."
    assert not guide.has_unpublished_changes


def test_notes_come_before_all_that_is_needed_is_there(author: Client, guide: GuidancePage) -> None:
    typed = form_of(author, guide, title="", slug="", summary="Ask the QXC team.")
    assert "QXC" in author.post(address(guide), typed).content.decode()


def test_a_marking_that_was_chosen_waits(author: Client, guide: GuidancePage) -> None:
    typed = form_of(author, guide, marking="official-sensitive")
    assert author.post(address(guide), typed).status_code == 200
    assert not PageMarking.objects.exists()


def test_what_was_typed_is_shown_as_text(author: Client, guide: GuidancePage) -> None:
    typed = form_of(author, guide, summary='See www.<img src=x onerror="alert(1)">.example.')
    html = author.post(address(guide), typed).content.decode()
    assert "<img" not in html


@pytest.mark.parametrize("sent", [{}, {"title": "x"}, {"body-count": "many"}])
def test_what_is_no_form_of_the_editor_is_refused(
    author: Client, guide: GuidancePage, sent: dict[str, str]
) -> None:
    assert author.post(address(guide), sent).status_code == 400


def test_a_post_without_a_token_is_refused(guide: GuidancePage) -> None:
    client = Client(enforce_csrf_checks=True)
    sign_in(client, with_role(UserFactory(), Role.AUTHOR), mfa=True)
    assert client.post(address(guide), {}).status_code == 403


def test_what_is_closed_to_the_editor_is_missing(author: Client, guide: GuidancePage) -> None:
    pages.restrict(guide, group_for_area(AreaFactory()))
    missing = author.get("/cms/pages/999999/checks/")
    for answer in (author.get(address(guide)), author.post(address(guide), {})):
        assert answer.status_code == missing.status_code == 404
        assert "Cuckooing" not in answer.content.decode()


def test_who_may_not_change_the_page_finds_no_notes(guide: GuidancePage) -> None:
    GroupPagePermission.objects.all().delete()
    client = staff_client(Role.TRAINER)
    assert client.get(address(guide)).status_code == 404
    assert client.post(address(guide), {"title": "x"}).status_code == 404


def test_who_is_no_staff_finds_no_notes(client: Client, guide: GuidancePage) -> None:
    sign_in(client, UserFactory())
    assert client.get(address(guide)).status_code == 404
    assert client.post(address(guide), {}).status_code == 404


def test_a_page_that_is_no_content_has_none(author: Client) -> None:
    assert author.get(address(pages.home_page())).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_looking_at_what_is_closed_to_others_is_recorded(method: str) -> None:
    area = AreaFactory()
    page = pages.guidance(title="For Ardale alone", summary="Ask the QXA team.")
    pages.restrict(page, group_for_area(area))
    author = with_role(UserFactory(), Role.AUTHOR)
    client = sign_in(Client(), with_role(author, Role.PRACTITIONER, area=area), mfa=True)
    getattr(client, method)(address(page))
    opened = AuditRecord.objects.filter(action="page.opened", subject=f"page {page.pk}")
    assert opened.exists()


def test_a_link_to_a_closed_page_doesn_t_say_its_title(author: Client) -> None:
    closed = pages.guidance(title="Operation Nightjar")
    pages.restrict(closed, Group.objects.create(name="Somebody else"))
    body = [("paragraph", f'<p>See <a linktype="page" id="{closed.pk}">what to do</a>.</p>')]
    page = pages.guidance(summary="First.", body=body)
    html = author.get(address(page)).content.decode()
    assert "not all readers of this one can open" in html
    assert "Nightjar" not in html


def test_the_editor_leads_to_the_list(author: Client, guide: GuidancePage) -> None:
    html = author.get(edit_address(guide)).content.decode()
    assert address(guide) in html
    assert "js/page-notes.js" in html
