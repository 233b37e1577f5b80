"""Nothing of what a reader may not see shows in any part of a search."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from hub.access.enums import Role
from hub.access.models import Membership
from hub.forum.services import hide_post
from hub.guidance.models import GuidancePage
from search.models import Entry
from tests.factories import forum, pages
from tests.factories.people import UserFactory, in_group, sign_in, with_role

pytestmark = pytest.mark.django_db

SECRET = "nightjar"


@pytest.fixture
def secret_page() -> GuidancePage:
    page = pages.guidance(title=f"Operation {SECRET}", themes=["mapping"], summary="Closed.")
    pages.restrict(page, Group.objects.create(name="Insiders"))
    return page


def search(client: Client, words: str = SECRET, **query: str) -> BeautifulSoup:
    return BeautifulSoup(client.get("/search/", {"q": words, **query}).content, "html.parser")


def shown(page: BeautifulSoup) -> str:
    return page.find("main").get_text(" ", strip=True)


def member(client: Client, group: str = "") -> Client:
    person = with_role(UserFactory(), Role.MEMBER)
    return sign_in(client, in_group(person, group) if group else person)


def test_a_closed_page_shows_in_no_result_count_or_facet(
    client: Client, secret_page: GuidancePage
) -> None:
    page = search(client)
    assert f"0 results for “{SECRET}”" in shown(page)
    assert "Operation" not in shown(page)
    assert page.select(".cg-facet") == []


def test_it_shows_to_those_it_is_for(client: Client, secret_page: GuidancePage) -> None:
    assert "Operation nightjar" in shown(search(member(client, "Insiders")))


def test_being_signed_in_is_not_enough(client: Client, secret_page: GuidancePage) -> None:
    assert "0 results" in shown(search(member(client)))


def test_membership_that_ends_closes_at_once(client: Client, secret_page: GuidancePage) -> None:
    insider = member(client, "Insiders")
    search(insider)
    Membership.objects.get(group__name="Insiders").delete()
    assert "0 results" in shown(search(insider))


def test_counts_hold_only_what_may_be_read(client: Client, secret_page: GuidancePage) -> None:
    pages.guidance(title="Open nightjar")
    counts = [count.get_text() for count in search(client).select(".cg-facet__count")]
    assert set(counts) <= {"1"}


def test_rows_that_are_behind_the_content_show_and_count_nothing(client: Client) -> None:
    page = pages.guidance(title="Operation nightjar")
    pages.term("Open nightjar")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
    )
    found = shown(search(client))
    assert "1 result for" in found
    assert "Operation" not in found


def test_rows_of_a_page_unpublished_by_a_bulk_update_show_nothing(client: Client) -> None:
    page = pages.guidance(title="Operation nightjar")
    Page.objects.filter(pk=page.pk).update(live=False)
    assert "0 results" in shown(search(client))


def test_an_expired_page_goes_before_the_schedule_runs(client: Client) -> None:
    page = pages.guidance(title="Operation nightjar")
    Entry.objects.filter(object_id=page.pk, kind="guidance").update(expires_at=timezone.now())
    assert "0 results" in shown(search(client))


def test_a_thread_of_a_closed_space_shows_to_its_members_only(client: Client) -> None:
    forum.question(space=forum.members_space(), title="Who has met nightjar before?")
    assert "0 results" in shown(search(client))
    assert "Who has met" in shown(search(member(client)))


def test_a_hidden_post_leaves_the_rows(client: Client) -> None:
    thread = forum.question(title="A question about the night", body="Plain words.")
    post = forum.reply(thread, body="The nightjar sings.")
    assert "A question" in shown(search(client))
    hide_post(post=post, by=forum.moderator(), reason="Names a person.")
    assert "0 results" in shown(search(client))


def test_rows_that_take_a_page_for_another_kind_show_nothing(client: Client) -> None:
    page = pages.guidance(title=f"Open {SECRET}")
    Entry.objects.filter(kind="guidance", object_id=page.pk).update(kind="practice")
    assert "Open" not in shown(search(client))
