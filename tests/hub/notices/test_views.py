import re
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.notices.models import Notice, NoticeChoices, Subscription
from hub.notices.presets import CHOSEN, preset_of
from hub.notices.services import subscribe
from hub.notices.templatetags.notices import unread_notices
from hub.notices.unsubscribing import Stop, read_token, unsubscribe_path
from hub.users.models import User
from tests.factories.forum import question, space_of_area
from tests.factories.notices import NoticeFactory, SubscriptionFactory
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

LIST = "/account/notices/"
FOLLOWING = "/account/notices/following/"


def page_of(person: User, path: str = LIST) -> str:
    return sign_in(Client(), person).get(path).content.decode()


@pytest.mark.parametrize("path", [LIST, FOLLOWING])
def test_a_visitor_is_sent_to_sign_in(client: Client, path: str) -> None:
    assert client.get(path).url == f"/accounts/login/?next={path}"


def test_people_see_their_own_notices_only() -> None:
    mine = NoticeFactory(text="For me")
    NoticeFactory(text="For somebody else")
    page = page_of(mine.person)
    assert "For me" in page
    assert "For somebody else" not in page


def test_a_notice_of_what_may_be_read_no_longer_keeps_its_words_to_itself() -> None:
    thread = question(space=space_of_area(AreaFactory()))
    notice = NoticeFactory(
        kind="thread", object_id=thread.pk, text="Reply to a secret", url=thread.get_absolute_url()
    )
    page = page_of(notice.person)
    assert "secret" not in page
    assert thread.get_absolute_url() not in page
    assert "can&#x27;t see any more" in page or "can't see any more" in page


def test_notices_cost_the_same_queries_however_many() -> None:
    person, counts = UserFactory(), []
    browser = sign_in(Client(), person)
    for more in (3, 15):
        for number in range(more):
            thread = question(title=f"Question {more} {number}")
            NoticeFactory(person=person, kind="thread", object_id=thread.pk)
        with CaptureQueriesContext(connection) as queries:
            browser.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_notice_is_marked_as_read() -> None:
    notice = NoticeFactory()
    sign_in(Client(), notice.person).post(f"{LIST}{notice.pk}/read/")
    assert not Notice.objects.unread().exists()


def test_opening_a_notice_leads_to_its_thing_and_reads_it() -> None:
    notice = NoticeFactory(url="/forum/rules/")
    browser = sign_in(Client(), notice.person)
    assert f'href="{LIST}{notice.pk}/open/"' in browser.get(LIST).content.decode()
    browser.head(f"{LIST}{notice.pk}/open/")
    assert Notice.objects.unread().exists()
    assert browser.get(f"{LIST}{notice.pk}/open/").url == "/forum/rules/"
    assert not Notice.objects.unread().exists()


def test_a_notice_leads_nobody_else_and_nowhere_that_may_be_read_no_longer() -> None:
    thread = question(space=space_of_area(AreaFactory()))
    closed = NoticeFactory(kind="thread", object_id=thread.pk, url=thread.get_absolute_url())
    path = f"{LIST}{closed.pk}/open/"
    assert sign_in(Client(), closed.person).get(path).status_code == 404
    others = NoticeFactory(person=closed.person)
    assert sign_in(Client(), UserFactory()).get(f"{LIST}{others.pk}/open/").status_code == 404
    assert Notice.objects.unread().count() == 2


def test_nobody_marks_the_notice_of_another() -> None:
    notice = NoticeFactory()
    response = sign_in(Client(), UserFactory()).post(f"{LIST}{notice.pk}/read/")
    assert response.status_code == 404
    assert Notice.objects.unread().exists()


def test_all_are_marked_as_read_at_once() -> None:
    person = UserFactory()
    NoticeFactory.create_batch(3, person=person)
    sign_in(Client(), person).post(f"{LIST}read/")
    assert not Notice.objects.unread().exists()


def test_looking_marks_nothing_as_read() -> None:
    notice = NoticeFactory()
    page_of(notice.person)
    assert Notice.objects.unread().exists()


def test_an_empty_list_says_what_will_be_there() -> None:
    assert "No notices yet" in page_of(UserFactory())
    assert "You follow nothing yet" in page_of(UserFactory(), FOLLOWING)


def test_people_see_what_they_follow_and_may_read() -> None:
    person = UserFactory()
    open_thread = question(title="Open one")
    closed = question(title="Closed one", space=space_of_area(AreaFactory()))
    for thread in (open_thread, closed):
        subscribe(person=person, kind="thread", object_id=thread.pk)
    page = page_of(person, FOLLOWING)
    assert "Open one" in page
    assert "Closed one" not in page


def test_what_is_followed_costs_the_same_queries_however_much() -> None:
    person, counts = UserFactory(), []
    browser = sign_in(Client(), person)
    for more in (3, 15):
        for number in range(more):
            thread = question(title=f"Question {more} {number}")
            subscribe(person=person, kind="thread", object_id=thread.pk)
        with CaptureQueriesContext(connection) as queries:
            browser.get(FOLLOWING)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_following_is_stopped_by_who_follows_only() -> None:
    row = SubscriptionFactory()
    path = f"{FOLLOWING}{row.kind}/{row.object_id}/stop/"
    assert sign_in(Client(), UserFactory()).post(path).status_code == 404
    sign_in(Client(), row.person).post(path)
    assert not Subscription.objects.exists()


def test_one_click_stops_without_signing_in_and_without_a_token() -> None:
    row = SubscriptionFactory()
    path = unsubscribe_path(Stop(row.person_id, row.kind, row.object_id))
    response = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not Subscription.objects.exists()


def test_opening_the_link_stops_nothing_yet(client: Client) -> None:
    row = SubscriptionFactory()
    path = unsubscribe_path(Stop(row.person_id, row.kind, row.object_id))
    assert "Stop these emails" in client.get(path).content.decode()
    assert Subscription.objects.exists()


def test_a_token_that_was_changed_is_missing(client: Client) -> None:
    row = SubscriptionFactory()
    path = unsubscribe_path(Stop(row.person_id, row.kind, row.object_id))
    assert client.post(f"{path[:-3]}xx/").status_code == 404
    assert Subscription.objects.exists()


def test_the_link_does_not_name_the_thing(client: Client) -> None:
    thread = question(title="A closed matter", space=space_of_area(AreaFactory()))
    row = SubscriptionFactory(object_id=thread.pk)
    path = unsubscribe_path(Stop(row.person_id, "thread", thread.pk))
    assert "A closed matter" not in client.get(path).content.decode()


@pytest.mark.parametrize("path", ["read/", "1/read/", "following/1/stop/"])
def test_other_posts_need_their_token(path: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())
    assert strict.post(f"{LIST}{path}").status_code == 403


CHOICES = "/account/notices/choices/"


def test_unread_notices_are_counted_in_the_header(client: Client) -> None:
    person = UserFactory()
    NoticeFactory.create_batch(3, person=person)
    NoticeFactory()
    header = page_of(person, "/account/").split("</header>")[0]
    assert '<span>3</span> <span class="cg-hidden">unread notices</span>' in header
    assert "unread notices" not in client.get("/help-now/").content.decode()


def test_more_unread_notices_than_anyone_counts_are_not_counted() -> None:
    person = UserFactory()
    Notice.objects.bulk_create(Notice(person=person, text="News", url="/") for _ in range(120))
    assert unread_notices(person) == "99+"


def test_the_count_costs_one_query_and_none_for_strangers(django_assert_num_queries: Any) -> None:
    person = UserFactory()
    with django_assert_num_queries(1):
        unread_notices(person)
    with django_assert_num_queries(0):
        unread_notices(AnonymousUser())


def test_a_preset_is_chosen_on_a_page() -> None:
    person = UserFactory()
    browser = sign_in(Client(), person)
    assert browser.post(CHOICES, {"preset": "quiet"}).url == LIST
    assert preset_of(NoticeChoices.objects.get(person=person).rhythms) == "quiet"
    page = browser.get(CHOICES).content.decode()
    assert re.search(r'value="quiet"[^>]*checked', page)


def each(**changed: str) -> dict[str, str]:
    chosen = {category.value: "weekly" for category in CHOSEN}
    return chosen | {"weekly_day": "2", "quiet_from": "22", "quiet_until": "7"} | changed


def test_each_kind_of_notice_can_be_chosen_for_itself() -> None:
    person = UserFactory()
    browser = sign_in(Client(), person)
    assert browser.post(f"{CHOICES}each/", each(reply="daily")).url == LIST
    row = NoticeChoices.objects.get(person=person)
    assert (row.reply, row.task, row.weekly_day, row.quiet_from) == ("daily", "weekly", 2, 22)
    assert not row.mails_overflow
    assert "You have made your own choices" in browser.get(CHOICES).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"quiet_until": ""},
        {"quiet_from": ""},
        {"quiet_until": "22"},
        {"reply": "never"},
        {"weekly_day": "9"},
    ],
)
def test_choices_that_make_no_sense_are_told_and_not_kept(wrong: dict[str, str]) -> None:
    response = sign_in(Client(), UserFactory()).post(f"{CHOICES}each/", each(**wrong))
    assert "Error:" in response.content.decode()
    assert not NoticeChoices.objects.exists()


def test_there_is_no_way_to_choose_account_notices() -> None:
    person = UserFactory()
    assert 'name="account"' not in page_of(person, f"{CHOICES}each/")
    assert read_token(unsubscribe_path(Stop(person.pk, category="account")).split("/")[-2]) is None


@pytest.mark.parametrize("category", ["reply", ""])
def test_one_click_stops_a_category_or_the_round_ups(category: str) -> None:
    person = UserFactory()
    path = unsubscribe_path(Stop(person.pk, category=category))
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(path).status_code == 200
    assert not NoticeChoices.objects.exists()
    for _ in range(2):
        assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    row = NoticeChoices.objects.get(person=person)
    assert [row.reply, row.news] == (["hub", "weekly"] if category else ["at_once", "hub"])


def test_a_reason_that_somebody_wrote_stands_in_the_hub() -> None:
    notice = NoticeFactory(detail="Names a child")
    assert "Names a child" in page_of(notice.person)
