"""What authors see of their own: status in words, check, confirmation, the draft as it stands."""

from html import unescape

import pytest
import time_machine
from django.test import Client

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import Membership
from hub.sharing.enums import Part, Verdict
from hub.sharing.models import SharedExample
from tests.factories.pages import practice, restrict
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.sharing import decided, draft, ready, sent, sharer

pytestmark = pytest.mark.django_db


def text_of(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def page_of(as_person, example: SharedExample) -> str:
    return text_of(as_person(example.author), example.get_absolute_url())


class TestStart:
    def test_a_lead_of_an_area_shares_too(self, as_person) -> None:
        lead = with_role(UserFactory(), Role.LEAD, area=AreaFactory())
        assert as_person(lead).get("/practice/share/").status_code == 200

    def test_it_lists_ones_own_and_nobody_elses(self, as_person) -> None:
        mine, other = draft(title="My own work"), draft(title="Somebody's work")
        page = text_of(as_person(mine.author), "/practice/share/")
        assert "My own work" in page
        assert other.title not in page

    def test_a_new_one_begins_with_its_task_list(self, as_person) -> None:
        author = sharer()
        page = as_person(author).post("/practice/share/new/", follow=True).content.decode()
        assert "Title and summary" in page
        assert "Optional" in page

    def test_whoever_lost_the_role_starts_nothing_but_finds_what_they_wrote(
        self, as_person
    ) -> None:
        example = draft(title="My own work")
        Membership.objects.all().delete()
        client = as_person(example.author)
        assert client.post("/practice/share/new/").status_code == 404
        assert "My own work" in text_of(client, example.get_absolute_url())


class TestCheck:
    def test_what_misses_an_answer_is_flagged(self, as_person) -> None:
        example = draft(title="One worker stays")
        page = text_of(as_person(example.author), f"/practice/share/{example.pk}/check/")
        assert "Not answered" in page
        assert "Nothing (optional)" in page

    def test_it_is_not_sent_before_all_is_answered(self, as_person) -> None:
        example = draft(title="One worker stays")
        url = f"/practice/share/{example.pk}/check/"
        page = as_person(example.author).post(url).content.decode()
        assert "Some questions still need an answer" in page
        assert SharedExample.objects.get().status == "draft"

    def test_sending_leads_to_the_reference_and_what_happens_next(self, as_person) -> None:
        example = ready()
        url = f"/practice/share/{example.pk}/check/"
        page = as_person(example.author).post(url, follow=True).content.decode()
        example.refresh_from_db()
        assert example.reference in page
        assert "The reviewers have been told" in page

    def test_whoever_lost_the_role_reads_what_they_wrote_and_cannot_send_it(
        self, as_person
    ) -> None:
        example = ready()
        Membership.objects.all().delete()
        client, url = as_person(example.author), f"/practice/share/{example.pk}/check/"
        page = unescape(client.post(url).content.decode())
        assert "you can't send it" in page
        assert example.problem in page
        assert SharedExample.objects.get().status == "draft"

    def test_a_second_press_shows_the_same(self, as_person) -> None:
        example = ready()
        client, url = as_person(example.author), f"/practice/share/{example.pk}/check/"
        first, again = client.post(url), client.post(url)
        assert first["Location"] == again["Location"]


class TestStatus:
    def test_with_the_reviewers_since_a_day(self, as_person) -> None:
        with time_machine.travel("2026-06-03T10:00:00Z"):
            example = sent()
        assert "With the reviewers since 3 June" in page_of(as_person, example)

    def test_changes_asked_for_in_so_many_parts(self, as_person) -> None:
        example = sent()
        decided(example, comments={Part.RESULTS: "Of whom?", Part.WHAT: "Shorter, please."})
        page = page_of(as_person, example)
        assert "Changes asked for in 2 parts" in page
        assert "Shorter, please." in page

    def test_declined_says_why(self, as_person) -> None:
        example = sent()
        decided(example, Verdict.DECLINE, reason="It names a school.")
        assert "It names a school." in page_of(as_person, example)

    def test_approved_shows_the_draft_as_editors_left_it(self, as_person) -> None:
        practice()
        example = sent()
        decided(example, Verdict.APPROVE)
        edited = example.page.get_latest_revision_as_object()
        edited.problem = "Children met strangers each month."
        edited.save_revision()
        assert "Children met strangers each month." in page_of(as_person, example)

    def test_published_says_where(self, as_person) -> None:
        practice()
        example = sent()
        decided(example, Verdict.APPROVE)
        example.page.get_latest_revision().publish()
        assert f'href="{example.page.url}"' in page_of(as_person, example)

    def test_a_page_that_is_closed_to_its_author_is_not_shown(self, as_person) -> None:
        practice()
        example = sent()
        decided(example, Verdict.APPROVE)
        edited = example.page.get_latest_revision_as_object()
        edited.problem = "Added for the area alone."
        edited.save_revision()
        restrict(example.page, group_for_area(AreaFactory()))
        assert "Added for the area alone." not in page_of(as_person, example)

    def test_a_page_that_is_gone_is_said_to_be(self, as_person) -> None:
        practice()
        example = sent()
        decided(example, Verdict.APPROVE)
        example.page.delete()
        assert "no longer there" in page_of(as_person, example)


def test_a_draft_is_deleted_by_its_author(as_person) -> None:
    example = draft()
    as_person(example.author).post(f"/practice/share/{example.pk}/delete/")
    assert not SharedExample.objects.exists()
