import pytest
from django.test import Client

from hub.forum.models import Thread
from tests.factories.forum import SpaceFactory, ThemeFactory, members_space, space_of_area
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def typed(space, **changes: object) -> dict[str, object]:
    return {
        "title": "Who refers?",
        "body": "Nobody **knows**.",
        "space": space.pk,
        "about": "",
        **changes,
    }


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.get("/forum/ask/?title=x").url == "/accounts/login/?next=/forum/ask/%3Ftitle%3Dx"


def test_a_question_is_posted_and_shown(as_person) -> None:
    person, theme = UserFactory(), ThemeFactory()
    data = typed(SpaceFactory(), themes=[theme.slug])
    response = as_person(person).post("/forum/ask/", data, follow=True)
    assert "Your question is up." in response.content.decode()
    assert Thread.objects.get().author == person


def test_the_form_says_that_this_is_no_emergency_channel(as_person) -> None:
    page = as_person().get("/forum/ask/").content.decode()
    assert "Call 999." in page
    assert 'href="/help-now/"' in page


def test_the_form_says_who_can_see_what_is_written(as_person) -> None:
    members_space()
    assert (
        "Only people with access to this space" in as_person().get("/forum/ask/").content.decode()
    )


def test_a_link_fills_the_title_and_the_space(as_person) -> None:
    space = SpaceFactory(slug="law")
    form = as_person().get("/forum/ask/?title=When%3F&space=law").context["form"]
    assert (form["title"].value(), form["space"].value()) == ("When?", space.pk)


@pytest.mark.parametrize("about", ["x", "-1", "999999999999999999", "9" * 30, "²"])
def test_a_page_that_does_not_exist_is_passed_over(as_person, about: str) -> None:
    assert as_person().get("/forum/ask/", {"about": about}).status_code == 200


def test_a_preview_shows_the_text_and_posts_nothing(as_person) -> None:
    response = as_person().post("/forum/ask/", typed(SpaceFactory(), preview="1"))
    assert "Nobody <strong>knows</strong>." in response.content.decode()
    assert not Thread.objects.exists()


def test_a_preview_does_not_ask_for_a_title_or_a_space_yet(as_person) -> None:
    data = typed(SpaceFactory(), title="", preview="1") | {"space": ""}
    page = as_person().post("/forum/ask/", data).content.decode()
    assert "Nobody <strong>knows</strong>." in page
    assert "There is a problem" not in page


def test_a_question_is_not_posted_without_a_space(as_person) -> None:
    page = as_person().post("/forum/ask/", typed(SpaceFactory()) | {"space": ""}).content.decode()
    assert "Choose a space to ask in." in page
    assert not Thread.objects.exists()


def test_the_spaces_that_most_people_see_are_not_listed_one_by_one(as_person) -> None:
    for name in ("First", "Second"):
        SpaceFactory(name=name)
    closed = members_space()
    audiences = as_person().get("/forum/ask/").context["audiences"]
    assert [spaces for spaces, _audience in audiences] == [closed.name, "Every other space"]


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(as_person) -> None:
    page = as_person().post("/forum/ask/", typed(SpaceFactory(), title="")).content.decode()
    assert page.count("Enter your question in one sentence.") == 2
    assert "Nobody **knows**." in page


def test_a_question_cannot_be_put_into_a_space_that_is_closed(as_person) -> None:
    closed = space_of_area(AreaFactory())
    page = as_person().post("/forum/ask/", typed(closed)).content.decode()
    assert "Choose a space from the list." in page
    assert not Thread.objects.exists()


@pytest.mark.parametrize("theme", ["nothing", "9" * 30, "\x00"])
def test_a_theme_that_does_not_exist_is_refused_and_nothing_is_lost(as_person, theme: str) -> None:
    response = as_person().post("/forum/ask/", typed(SpaceFactory(), themes=[theme]))
    assert response.status_code == 200
    assert "Nobody **knows**." in response.content.decode()


def test_an_address_that_leads_nowhere_is_named(as_person) -> None:
    data = typed(SpaceFactory(), about="/guidance/nothing-here/")
    page = as_person().post("/forum/ask/", data).content.decode()
    assert "We can&#x27;t find “/guidance/nothing-here/” on this hub." in page


def test_a_text_beyond_all_measure_is_refused_with_a_message(as_person) -> None:
    page = as_person().post("/forum/ask/", typed(SpaceFactory(), body="x" * 20_001))
    assert "at most 20000 characters" in page.content.decode()
    assert not Thread.objects.exists()


def test_a_post_without_its_token_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())
    assert strict.post("/forum/ask/", typed(SpaceFactory())).status_code == 403


def test_nobody_asks_in_another_name(as_person) -> None:
    person, other = UserFactory(), UserFactory()
    as_person(person).post("/forum/ask/", typed(SpaceFactory(), author=other.pk))
    assert Thread.objects.get().author == person


def test_a_title_turns_the_direction_of_nothing_beside_it(as_person) -> None:
    as_person().post("/forum/ask/", typed(SpaceFactory(), title="Who \u202erefers?"))
    assert Thread.objects.get().title == "Who refers?"


def test_a_post_of_a_megabyte_is_refused_beside_the_field(as_person) -> None:
    answer = as_person().post("/forum/ask/", typed(SpaceFactory(), body="word " * 200_000))
    assert "at most 20000 characters" in answer.content.decode()
    assert not Thread.objects.exists()
