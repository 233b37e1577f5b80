"""A space says what it's about and its own rules; lists and questions go by that."""

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.forum.models import Space, Thread
from tests.factories.forum import SpaceFactory, ThemeFactory, question, space_of_area
from tests.factories.people import AgencyTypeFactory, AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def space() -> Space:
    return SpaceFactory(
        name="Our routes",
        theme=ThemeFactory(slug="mapping", name="Mapping"),
        area=AreaFactory(slug="ardale", name="Ardale"),
        agency_type=AgencyTypeFactory(slug="housing", name="Housing"),
        rules="Say which route.\n\n  Date what you pass on.",
    )


def titles(response) -> list[str]:
    return [thread.title for thread in response.context["page"]]


def asked(space: Space, **more: object) -> dict[str, object]:
    return {"title": "Who goes first?", "body": "We disagree.", "space": space.pk, **more}


def test_a_space_says_what_it_is_about(client: Client, space: Space) -> None:
    page = client.get(space.get_absolute_url()).content.decode()
    assert all(name in page for name in ("Mapping", "Ardale", "Housing"))


def test_a_space_shows_its_own_rules_one_by_one(client: Client, space: Space) -> None:
    page = client.get(space.get_absolute_url()).content.decode()
    assert "<li>Say which route.</li><li>Date what you pass on.</li>" in page


def test_the_rules_of_a_space_stand_where_somebody_answers_in_it(as_person, space: Space) -> None:
    thread = question(space=space)
    page = as_person().get(f"/forum/threads/{thread.pk}/reply/").content.decode()
    assert "Rules of Our routes" in page
    assert "Say which route." in page


def test_the_rules_of_spaces_stand_where_somebody_asks(as_person, space: Space) -> None:
    assert "Rules of Our routes" in as_person().get("/forum/ask/").content.decode()


def test_the_rules_of_a_closed_space_are_shown_to_nobody_else(as_person) -> None:
    closed = space_of_area(AreaFactory())
    closed.rules = "Ring Bethan first."
    closed.save()
    assert "Ring Bethan first." not in as_person().get("/forum/ask/").content.decode()


@pytest.mark.parametrize("chosen", [{"area": "ardale"}, {"agency": "housing"}])
def test_the_forum_is_narrowed_to_spaces_about_an_area_or_agency(
    client: Client, space: Space, chosen: dict[str, str]
) -> None:
    question(space=space, title="On routes")
    question(title="On something else")
    response = client.get("/forum/", chosen)
    assert titles(response) == ["On routes"]
    assert [active.label for active in response.context["active"]] in (["Ardale"], ["Housing"])


def test_only_what_spaces_are_about_can_be_chosen(client: Client, space: Space) -> None:
    AreaFactory(name="Brimlow")
    form = client.get("/forum/").context["form"]
    assert [area.name for area in form.fields["area"].queryset] == ["Ardale"]


def test_the_choices_tell_nothing_of_a_closed_space(client: Client) -> None:
    closed = space_of_area(AreaFactory())
    closed.area = AreaFactory(name="Brimlow")
    closed.save()
    assert "Brimlow" not in client.get("/forum/").content.decode()


def test_whoever_reads_the_closed_space_can_choose_its_area(as_person) -> None:
    area = AreaFactory(name="Brimlow")
    closed = space_of_area(area)
    closed.area = area
    closed.save()
    person = with_role(UserFactory(), Role.PRACTITIONER, area=area)
    assert "Brimlow" in as_person(person).get("/forum/").content.decode()


def test_a_question_asked_from_a_space_has_its_theme_ticked(as_person, space: Space) -> None:
    form = as_person().get("/forum/ask/", {"space": space.slug}).context["form"]
    assert "checked" in str(form["themes"])


def test_a_question_without_a_theme_gets_that_of_its_space(as_person, space: Space) -> None:
    as_person().post("/forum/ask/", asked(space))
    assert [theme.slug for theme in Thread.objects.get().themes.all()] == ["mapping"]


def test_a_question_keeps_the_theme_that_its_writer_chose(as_person, space: Space) -> None:
    ThemeFactory(slug="homes")
    as_person().post("/forum/ask/", asked(space, themes=["homes"]))
    assert [theme.slug for theme in Thread.objects.get().themes.all()] == ["homes"]
