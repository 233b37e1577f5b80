"""A ripple is open until each thing is decided on; nobody learns what they may not see."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.legislation.models import ActPage
from hub.upkeep.enums import Outcome
from hub.upkeep.models import Affected, Change
from hub.upkeep.services import confirm_page
from tests.factories import pages
from tests.factories.courses import make_question
from tests.factories.people import AreaFactory, UserFactory, staff_client
from tests.factories.upkeep import author, change, publish, resting_on

pytestmark = pytest.mark.django_db
RIPPLES = "/cms/ripples/"


@pytest.fixture
def act() -> ActPage:
    return publish(pages.act(title="The act"))


@pytest.fixture
def client() -> Client:
    return staff_client(Role.TRAINER)


def rows(client: Client, address: str) -> list[list[str]]:
    html = BeautifulSoup(client.get(address).content, "html.parser")
    body = html.find("table", class_="listing").find("tbody")
    return [[cell.get_text(" ", strip=True) for cell in row("td")] for row in body("tr")]


def ripple(name: str = "") -> str:
    return f"{RIPPLES}{Change.objects.get().pk}/{name}"


def item(kind: str) -> Affected:
    return Affected.objects.get(kind=kind)


def test_an_open_ripple_is_listed_with_what_waits(act: ActPage, client: Client) -> None:
    resting_on(act)
    make_question(cites=[act])
    change(act, "The age is 16 now")
    [row] = rows(client, RIPPLES)
    assert "The act" in row[0]
    assert "The age is 16 now" in row[0]
    assert row[2:] == ["2", "2"]


def test_a_change_on_which_nothing_rests_is_no_ripple(act: ActPage, client: Client) -> None:
    change(act)
    assert rows(client, RIPPLES) == [["Nothing stands here."]]


def test_near_and_far_stand_apart(act: ActPage, client: Client) -> None:
    near = publish(resting_on(act, title="Near"))
    resting_on(near, title="Far")
    change(act)
    assert [row[0] for row in rows(client, ripple())] == ["Near"]
    [far] = rows(client, ripple("?show=far"))
    assert far == ["Far", "Guidance · 2 steps away", "Waits for what stands between"]


def test_a_question_is_decided_on_here(act: ActPage, client: Client) -> None:
    question = make_question("Which age?", cites=[act])
    change(act)
    address = ripple(f"{item('question').pk}/")
    assert "Which age?" in client.get(address).content.decode()
    client.post(address, {"outcome": "put_right", "note": "It says 16"})
    assert item("question").outcome == Outcome.PUT_RIGHT
    question.refresh_from_db()
    assert question.suspended_on is None
    assert "It says 16" in rows(client, ripple("?show=done"))[0][2]


def test_without_a_choice_nothing_is_decided_and_the_note_is_kept(act, client) -> None:
    make_question(cites=[act])
    change(act)
    page = client.post(ripple(f"{item('question').pk}/"), {"note": "Looks right"})
    assert "Choose what you found." in page.content.decode()
    assert "Looks right" in page.content.decode()
    assert item("question").closed_at is None


def test_a_note_that_points_at_a_person_is_refused(act: ActPage, client: Client) -> None:
    make_question(cites=[act])
    change(act)
    sent = {"outcome": "still_right", "note": "Ask on 07700 900123"}
    client.post(ripple(f"{item('question').pk}/"), sent)
    assert item("question").closed_at is None


def test_a_page_is_decided_on_where_pages_are_kept(act: ActPage, client: Client) -> None:
    guide = resting_on(act)
    change(act)
    html = BeautifulSoup(client.get(ripple()).content, "html.parser")
    assert html.find("a", href=f"/cms/upkeep/{guide.pk}/")
    assert client.get(ripple(f"{item('guidance').pk}/")).status_code == 404


def test_what_somebody_may_not_change_is_not_named(act: ActPage, client: Client) -> None:
    hidden = resting_on(act, title="Quiet trial")
    pages.restrict(hidden, group_for_area(AreaFactory()))
    change(act)
    [row] = rows(client, ripple())
    assert row[0] == "Something that others keep"


def test_a_change_of_a_page_that_somebody_may_not_read_is_not_told(act, client) -> None:
    make_question(cites=[act])
    change(act, "A quiet change")
    pages.restrict(act, group_for_area(AreaFactory()))
    for address in (RIPPLES, ripple(), ripple(f"{item('question').pk}/")):
        html = client.get(address).content.decode()
        assert "A page that you may not read" in html
        assert "A quiet change" not in html
        assert "The act" not in html


def test_who_may_not_change_questions_decides_on_none(act: ActPage) -> None:
    make_question("Which age?", cites=[act])
    change(act)
    browser, address = staff_client(Role.REVIEWER), ripple(f"{item('question').pk}/")
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"outcome": "still_right"}).status_code == 404
    assert rows(browser, ripple())[0][0] == "Something that others keep"


def test_a_ripple_ends_with_the_last_near_thing(act: ActPage, client: Client) -> None:
    near = publish(resting_on(act))
    resting_on(near)
    change(act)
    near.refresh_from_db()
    confirm_page(page=near, by=author(), note="Checked")
    assert rows(client, RIPPLES) == [["Nothing stands here."]]
    assert Affected.objects.get(step=2).outcome == Outcome.LEFT


def test_the_number_of_queries_does_not_grow(act: ActPage, client: Client) -> None:
    resting_on(act)
    make_question(cites=[act])
    change(act)
    client.get(ripple())
    with CaptureQueriesContext(
        connection,
    ) as before:
        client.get(ripple())
    for _ in range(3):
        guide = resting_on(act)
        Affected.objects.create(
            change=Change.objects.get(), kind="guidance", object_id=guide.pk, page=guide
        )
    with CaptureQueriesContext(connection) as after:
        client.get(ripple())
    assert len(after) <= len(before)


def test_others_than_staff_see_none_of_it(act: ActPage, as_person) -> None:
    resting_on(act)
    change(act)
    assert as_person(UserFactory()).get(ripple()).status_code != 200


def test_a_decision_is_about_the_change_that_was_shown(act: ActPage, client: Client) -> None:
    question = make_question(cites=[act])
    act = change(act, "The age is 16 now")
    change(act, "And more")
    first, second = Affected.objects.filter(kind="question").order_by("change_id")
    client.post(f"{RIPPLES}{first.change_id}/{first.pk}/", {"outcome": "still_right"})
    second.refresh_from_db()
    question.refresh_from_db()
    assert second.closed_at is None
    assert question.suspended_on is not None


def test_whoever_comes_second_is_told_and_keeps_their_words(act: ActPage, client: Client) -> None:
    make_question(cites=[act])
    change(act)
    address = ripple(f"{item('question').pk}/")
    client.post(address, {"outcome": "still_right", "note": "Fine"})
    page = client.post(address, {"outcome": "put_right", "note": "Option B was wrong"})
    assert "decided meanwhile" in page.content.decode()
    assert "Option B was wrong" in page.content.decode()
    assert item("question").note == "Fine"


def test_a_merged_page_is_named_to_those_who_may_change_it(act: ActPage, client: Client) -> None:
    resting_on(act)
    change(act)
    act.unpublish()
    assert "The act" in rows(client, RIPPLES)[0][0]


def test_the_words_of_a_sensitive_page_stay_there(act: ActPage) -> None:
    guide = resting_on(act)
    change(act, "A quiet change")
    pages.mark_sensitive(act)
    browser = staff_client(Role.ADMINISTRATOR)
    for address in (RIPPLES, ripple(), f"/cms/upkeep/{guide.pk}/"):
        assert "A quiet change" not in browser.get(address).content.decode()


def test_a_page_that_is_deleted_leaves_nothing_out_of_date(act: ActPage) -> None:
    guide, question = resting_on(act), make_question(cites=[act])
    act = change(act)
    act.delete()
    guide.refresh_from_db()
    question.refresh_from_db()
    assert guide.changed_below_on is None
    assert question.suspended_on is None
