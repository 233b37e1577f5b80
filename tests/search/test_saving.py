"""Searches that people keep, and what they are told of."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from wagtail.models import Page

from hub.access.models import Membership
from hub.notices.enums import Preset
from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.notices.services.choices import choose_preset
from hub.users.models import User
from search.alerts import tell_of_new
from search.models import SavedSearch
from search.saving import MOST_OF_A_PERSON, kept_query, save_search, switch_alerts
from tests.factories import forum, pages
from tests.factories.people import UserFactory, in_group, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return UserFactory()


@pytest.fixture
def kept(person: User) -> SavedSearch:
    return save_search(person=person, name="Birds", query="q=nightjar")


def told(person: User) -> list[str]:
    return [notice.text for notice in Notice.objects.filter(person=person)]


class TestKeeping:
    def test_an_address_is_kept_without_page_and_order(self) -> None:
        address = QueryDict("page=2&sort=date&theme=b&theme=a&q=night+jar&kind=&x=1")
        assert kept_query(address) == "q=night+jar&theme=a&theme=b"

    def test_the_page_of_results_offers_to_keep_it(self, client: Client, person: User) -> None:
        pages.guidance(title="Nightjar")
        answer = client.get("/search/?q=nightjar&kind=guidance&page=1")
        page = BeautifulSoup(answer.content, "html.parser")
        link = page.find("a", string="Keep this search")["href"]
        assert link == "/search/saved/new/?q=nightjar&kind=guidance"
        form = BeautifulSoup(sign_in(client, person).get(link).content, "html.parser")
        assert form.find(id="id_name")["value"] == "nightjar"
        assert form.find(id="id_rest")["value"] == "kind=guidance"

    def test_a_form_keeps_words_and_filters(self, client: Client, person: User) -> None:
        sent = {"name": "Birds", "q": "nightjar", "rest": "kind=guidance&page=2"}
        answer = sign_in(client, person).post("/search/saved/new/", sent, follow=True)
        assert "Your search is kept" in answer.content.decode()
        saved = SavedSearch.objects.get()
        assert (saved.person, saved.query) == (person, "q=nightjar&kind=guidance")
        assert escape(saved.get_absolute_url()) in answer.content.decode()

    def test_words_that_could_point_at_a_person_are_asked_about(
        self, client: Client, person: User
    ) -> None:
        sent = {"name": "Kai, 14, 07700 900123", "q": "nightjar"}
        answer = sign_in(client, person).post("/search/saved/new/", sent)
        assert "details_confirmed" in answer.content.decode()
        assert not SavedSearch.objects.exists()

    def test_the_same_search_is_kept_once(self, person: User, kept: SavedSearch) -> None:
        save_search(person=person, name="More birds", query=kept.query)
        assert [saved.name for saved in SavedSearch.objects.all()] == ["More birds"]

    def test_there_are_thirty_at_most(self, person: User) -> None:
        for number in range(MOST_OF_A_PERSON):
            save_search(person=person, name="Birds", query=f"q={number}")
        with pytest.raises(ValidationError):
            save_search(person=person, name="Birds", query="q=more")
        save_search(person=person, name="Renamed", query="q=1")

    def test_one_is_deleted(self, client: Client, person: User, kept: SavedSearch) -> None:
        sign_in(client, person).post(f"/search/saved/{kept.pk}/delete/")
        assert not SavedSearch.objects.exists()

    def test_somebody_else_s_is_missing(self, client: Client, kept: SavedSearch) -> None:
        other = sign_in(client, UserFactory())
        assert other.post(f"/search/saved/{kept.pk}/delete/").status_code == 404
        assert other.post(f"/search/saved/{kept.pk}/alerts/").status_code == 404
        assert b"Birds" not in other.get("/search/saved/").content


class TestAlerts:
    def test_what_is_new_is_told_of_once(self, person: User, kept: SavedSearch) -> None:
        pages.guidance(title="A nightjar sings")
        pages.guidance(title="Tea")
        tell_of_new()
        tell_of_new()
        assert told(person) == ["New for “Birds”: A nightjar sings"]

    def test_what_was_there_before_is_not_new(self, person: User) -> None:
        page = pages.guidance(title="A nightjar sings")
        save_search(person=person, name="Birds", query="q=nightjar")
        page.title = "A nightjar sings again"
        page.save_revision().publish()
        tell_of_new()
        assert told(person) == []

    def test_filters_of_the_search_hold(self, person: User) -> None:
        save_search(person=person, name="Birds", query="q=nightjar&kind=term")
        pages.guidance(title="A nightjar sings")
        tell_of_new()
        assert told(person) == []

    def test_nothing_closed_is_told_of(self, person: User, kept: SavedSearch) -> None:
        pages.restrict(pages.guidance(title="Operation nightjar"), Group.objects.create(name="Red"))
        tell_of_new()
        assert told(person) == []

    def test_rows_that_are_behind_the_content_tell_nothing(
        self, person: User, kept: SavedSearch
    ) -> None:
        page = pages.guidance(title="Operation nightjar")
        Page.objects.filter(pk=page.pk).update(live=False)
        tell_of_new()
        assert told(person) == []

    def test_a_member_is_told_of_what_is_for_members(self, person: User, kept: SavedSearch) -> None:
        forum.question(space=forum.members_space(), title="Who has met nightjar?")
        tell_of_new()
        assert told(person) == ["New for “Birds”: Who has met nightjar?"]

    def test_a_mail_names_nothing_that_was_closed_meanwhile(
        self, person: User, kept: SavedSearch
    ) -> None:
        choose_preset(person=person, preset=Preset.EVERYTHING)
        in_group(person, "Red")
        page = pages.guidance(title="Operation nightjar")
        pages.restrict(page, Group.objects.get(name="Red"))
        tell_of_new()
        assert told(person) == ["New for “Birds”: Operation nightjar"]
        Membership.objects.filter(person=person, group__name="Red").delete()
        send_due_notices.func()
        assert [one for one in mail.outbox if person.email in one.to] == []

    def test_a_mail_says_what_is_new_and_how_to_stop_it(
        self, person: User, kept: SavedSearch
    ) -> None:
        choose_preset(person=person, preset=Preset.EVERYTHING)
        pages.guidance(title="A nightjar sings")
        tell_of_new()
        send_due_notices.func()
        sent = next(one for one in mail.outbox if person.email in one.to)
        assert sent.subject == "New for “Birds”: A nightjar sings"
        assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_switched_off_it_tells_nothing_then_or_later(
        self, client: Client, person: User, kept: SavedSearch
    ) -> None:
        sign_in(client, person).post(f"/search/saved/{kept.pk}/alerts/")
        pages.guidance(title="A nightjar sings")
        tell_of_new()
        switch_alerts(saved=SavedSearch.objects.get(), on=True)
        tell_of_new()
        assert told(person) == []

    def test_people_who_left_are_told_nothing(self, person: User, kept: SavedSearch) -> None:
        User.objects.filter(pk=person.pk).update(is_active=False)
        pages.guidance(title="A nightjar sings")
        tell_of_new()
        assert told(person) == []

    def test_where_nothing_came_a_run_costs_two_queries(self, kept: SavedSearch) -> None:
        tell_of_new()
        with CaptureQueriesContext(connection) as queries:
            tell_of_new()
        assert len(queries) == 2
