import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.forum.enums import SpaceIcon
from hub.forum.services import accept_answer, hide_post, set_house_rules
from hub.pages.filters import ActiveFilter
from hub.users.models import Profile
from tests.factories.forum import (
    SpaceFactory,
    ThemeFactory,
    first_post,
    members_space,
    moderator,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [thread.title for thread in response.context["page"]]


def test_a_visitor_sees_public_threads_only(client: Client) -> None:
    question(title="Open to all")
    question(title="Members only", space=members_space())
    assert titles(client.get("/forum/")) == ["Open to all"]


def test_a_visitor_sees_the_names_of_public_spaces_only(client: Client) -> None:
    SpaceFactory(name="Open space")
    closed = members_space()
    closed.name = "Closed space"
    closed.save()
    page = client.get("/forum/").content.decode()
    assert "Open space" in page
    assert "Closed space" not in page


def test_a_member_sees_the_members_threads(as_person) -> None:
    question(title="Members only", space=members_space())
    assert titles(as_person().get("/forum/")) == ["Members only"]


def test_the_list_of_one_space_does_not_repeat_its_name_in_every_row(client: Client) -> None:
    space = question(title="A question", space=SpaceFactory(name="One space")).space
    rows = client.get(space.get_absolute_url()).content.decode().split('class="cg-rows"')[1]
    assert "One space" not in rows
    assert "One space" in client.get("/forum/").content.decode().split('class="cg-rows"')[1]


def test_a_row_says_who_asked_in_the_middle_of_a_sentence(client: Client) -> None:
    thread = question()
    profile, _ = Profile.objects.get_or_create(user=thread.author)
    profile.job_title = "Community safety manager"
    profile.save()
    assert "asked by a community safety manager" in client.get("/forum/").content.decode()


def test_a_person_of_another_area_does_not_see_the_areas_threads(as_person) -> None:
    question(title="Ours", space=space_of_area(AreaFactory()))
    assert titles(as_person().get("/forum/")) == []


def test_hidden_threads_are_in_no_list(client: Client) -> None:
    thread = question()
    hide_post(post=first_post(thread), by=moderator(), reason="Names a child")
    assert titles(client.get("/forum/")) == []
    assert titles(client.get(thread.space.get_absolute_url())) == []


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("solved", ["Solved one"]),
        ("unsolved", ["Waiting one", "Discussed one"]),
        ("unanswered", ["Waiting one"]),
        ("", ["Waiting one", "Solved one", "Discussed one"]),
        ("nonsense", ["Waiting one", "Solved one", "Discussed one"]),
    ],
)
def test_threads_are_filtered_by_state(client: Client, state: str, expected: list[str]) -> None:
    reply(question(title="Discussed one"))
    solved = question(title="Solved one")
    accept_answer(post=reply(solved), by=solved.author)
    question(title="Waiting one")
    assert titles(client.get("/forum/", {"state": state})) == expected


def test_threads_are_filtered_by_theme(client: Client) -> None:
    theme = ThemeFactory(slug="mapping")
    question(title="On mapping", themes=[theme])
    question(title="On something else")
    assert titles(client.get("/forum/", {"theme": "mapping"})) == ["On mapping"]


def test_a_filter_can_be_taken_away(client: Client) -> None:
    ThemeFactory(slug="mapping", name="Mapping")
    response = client.get("/forum/", {"theme": "mapping", "state": "solved"})
    assert response.context["active"] == [
        ActiveFilter("Solved", "/forum/?theme=mapping"),
        ActiveFilter("Mapping", "/forum/?state=solved"),
    ]


def test_all_filters_can_be_taken_away_at_once(client: Client) -> None:
    page = client.get("/forum/", {"state": "solved"}).content.decode()
    assert '<a class="cg-plain" href="/forum/">' in page


def test_a_long_list_has_pages_with_their_number_in_the_title(client: Client) -> None:
    space = SpaceFactory()
    for number in range(21):
        question(space=space, title=f"Question {number}")
    page = client.get("/forum/?page=2")
    assert titles(page) == ["Question 0"]
    assert "(page 2 of 2)" in page.content.decode()


@pytest.mark.parametrize("path", ["/forum/", "/forum/spaces/one/"])
def test_a_list_costs_the_same_queries_however_long(client: Client, path: str) -> None:
    space = SpaceFactory(slug="one")
    counts = []
    for more in (3, 17):
        for number in range(more):
            question(space=space, title=f"Question {more} {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_space_the_reader_may_not_see_is_missing(client: Client) -> None:
    assert client.get(members_space().get_absolute_url()).status_code == 404


def test_a_space_says_who_can_see_it(as_person) -> None:
    page = as_person().get(members_space().get_absolute_url()).content.decode()
    assert "Only people with access to this space" in page


def test_an_empty_space_invites_the_first_question(client: Client) -> None:
    page = client.get(SpaceFactory().get_absolute_url()).content.decode()
    assert "Ask the first one" in page


def test_house_rules_are_there_before_anybody_wrote_them(client: Client) -> None:
    assert (
        "never about people who could be recognised" in client.get("/forum/rules/").content.decode()
    )


def test_agreed_house_rules_replace_them(client: Client) -> None:
    set_house_rules(body="Be *kind*.")
    assert "Be <em>kind</em>." in client.get("/forum/rules/").content.decode()


def test_public_lists_set_no_cookie(client: Client) -> None:
    question()
    assert client.get("/forum/").cookies == {}


@pytest.mark.parametrize("icon", SpaceIcon.values)
def test_every_icon_of_a_space_can_be_drawn(client: Client, icon: str) -> None:
    assert client.get(SpaceFactory(icon=icon).get_absolute_url()).status_code == 200
