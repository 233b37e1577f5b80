"""A new page starts with what most pages have; the first publication notes itself."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from hub.access.enums import Role
from hub.guidance.models import GuidanceIndexPage, GuidancePage
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db
MORNING = "2026-08-31 09:00+01:00"


@pytest.fixture
def author() -> Client:
    return staff_client(Role.AUTHOR)


def empty_form(client: Client) -> object:
    index = pages.index_page(GuidanceIndexPage)
    return client.get(f"/cms/pages/add/guidance/guidancepage/{index.pk}/").context["form"]


def first_note(page: Page) -> tuple[date, str]:
    note = GuidancePage.objects.get(pk=page.pk).change_notes[0].value
    return note["date"], note["text"]


def draft(**fields: object) -> GuidancePage:
    return pages.guidance(live=False, **fields)


def test_the_author_keeps_what_they_write(author: Client) -> None:
    response = author.get("/cms/account/")
    assert empty_form(author).initial["page_owner"] == response.wsgi_request.user.pk


def test_a_new_page_is_reviewed_today_and_again_when_its_kind_says() -> None:
    with time_machine.travel(MORNING, tick=False):
        initial = empty_form(staff_client(Role.AUTHOR)).initial
    assert (initial["reviewed_on"], initial["review_on"]) == (date(2026, 8, 31), date(2027, 8, 31))


def test_a_new_page_is_for_the_usual_nations(author: Client) -> None:
    names = [nation.name for nation in empty_form(author).initial["nations"]]
    assert names == ["England", "Wales"]


def test_a_page_that_is_there_keeps_its_own_answers(author: Client) -> None:
    page = draft(nations=["scotland"])
    form = author.get(f"/cms/pages/{page.pk}/edit/").context["form"]
    assert [nation.slug for nation in form.initial["nations"]] == ["scotland"]
    assert form.initial["page_owner"] is None


def test_only_people_who_work_in_the_cms_can_keep_a_page(author: Client) -> None:
    lead = with_role(UserFactory(name="Lena Lead"), Role.LEAD)
    reviewer = with_role(UserFactory(name="Rita Reviewer"), Role.REVIEWER)
    offered = set(empty_form(author).fields["reviewer"].queryset)
    assert reviewer in offered
    assert lead not in offered


def test_people_whose_role_ended_or_holds_in_one_area_are_not_offered(author: Client) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    left = with_role(UserFactory(), Role.AUTHOR, ends_on=yesterday)
    assert left not in empty_form(author).fields["page_owner"].queryset


def test_somebody_who_left_stays_on_the_pages_that_name_them(author: Client) -> None:
    left = UserFactory()
    page = draft(page_owner=left)
    form = author.get(f"/cms/pages/{page.pk}/edit/").context["form"]
    assert left in form.fields["page_owner"].queryset


def test_the_first_publication_is_noted_on_its_day() -> None:
    page = draft()
    with time_machine.travel(MORNING, tick=False):
        page.save_revision().publish()
    assert first_note(page) == (date(2026, 8, 31), "First published.")


def test_the_next_edit_starts_with_the_note() -> None:
    page = draft()
    page.save_revision().publish()
    latest = GuidancePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [note.value["text"] for note in latest.change_notes] == ["First published."]


def test_a_note_that_its_author_wrote_is_left_alone() -> None:
    page = draft()
    page.change_notes = [("note", {"date": date(2026, 1, 2), "text": "Written before."})]
    page.save_revision().publish()
    assert first_note(page) == (date(2026, 1, 2), "Written before.")


def test_a_later_publication_adds_no_note() -> None:
    page = draft()
    page.save_revision().publish()
    again = GuidancePage.objects.get(pk=page.pk)
    again.change_notes = []
    again.save_revision().publish()
    assert len(GuidancePage.objects.get(pk=page.pk).change_notes) == 0


def test_what_the_page_rests_on_is_chosen_among_what_the_hub_knows() -> None:
    block = GuidancePage.links.field.stream_block.child_blocks["link"].child_blocks["page"]
    names = {model.__name__ for model in block.target_models}
    assert {"ProvisionPage", "PolicyPage", "LessonPage"} <= names
    assert names & {"GuidanceIndexPage", "ModulePage", "InformationPage", "HomePage"} == set()


def test_a_reader_signed_in_without_a_role_gets_no_form() -> None:
    index = pages.index_page(GuidanceIndexPage)
    client = sign_in(Client(), UserFactory())
    assert client.get(f"/cms/pages/add/guidance/guidancepage/{index.pk}/").status_code == 404
