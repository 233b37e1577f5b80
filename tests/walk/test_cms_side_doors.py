"""Ways in the CMS by which a name that is closed to somebody once came out."""

from urllib.parse import quote

import pytest
from django.test import Client
from wagtail.models import Page

from courses.models import Question, QuizQuestion
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import area_token
from tests.factories import pages
from tests.factories.forum import SpaceFactory
from tests.factories.people import AreaFactory
from tests.walk.cms_world import SECRET, World, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(the_cms_world: World) -> World:
    return the_cms_world


def elsewhere(*roles: Role) -> Client:
    return staff_of(AreaFactory(name="Brimlow", slug="brimlow"), *roles)


def said(client: Client, address: str) -> str:
    answer = client.get(address)
    return answer.content.decode() + answer.get("Location", "")


# As Django reads a number, and as nobody writes one.
SPELLINGS = ("{}", "+{}", " {}", "0_{}")
NAMING = (
    ("page", "/cms/choose-page/chosen-multiple/?id={}"),
    ("page", "/cms/bulk/wagtailcore/page/unpublish/?id={}"),
    ("image", "/cms/bulk/pages/hubimage/delete/?id={}"),
    ("document", "/cms/bulk/pages/hubdocument/delete/?id={}"),
    ("quiz", "/cms/snippets/choose/courses/quiz/chosen-multiple/?id={}"),
    ("quiz", "/cms/bulk/courses/quiz/delete/?id={}"),
    ("question", "/cms/bulk/courses/question/delete/?id={}"),
)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(("kind", "address"), NAMING)
def test_a_number_names_a_closed_thing_in_no_spelling(
    world: World, kind: str, address: str, spelling: str
) -> None:
    client = elsewhere(Role.REVIEWER, Role.TRAINER)
    asked = address.format(quote(spelling.format(world.closed[kind].pk)))
    assert client.get(asked).status_code == 404


@pytest.mark.parametrize("kind", ["quiz", "question"])
def test_all_quizzes_and_questions_are_those_that_one_may_read(world: World, kind: str) -> None:
    client = elsewhere(Role.ADMINISTRATOR)
    address = f"/cms/bulk/courses/{kind}/delete/?id=all"
    assert SECRET not in said(client, address)
    client.post(address)
    thing = world.closed[kind]
    assert type(thing)._default_manager.filter(pk=thing.pk).exists()


def test_a_page_is_made_below_no_closed_one(world: World) -> None:
    client = elsewhere(Role.AUTHOR)
    sent = {"parent_page": world.closed["page"].pk}
    assert client.post("/cms/pages/create/guidance/guidancepage", sent).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/cms/snippets/choose/forum/space/",
        "/cms/snippets/choose/forum/space/chosen/{}/",
        "/cms/snippets/choose/forum/space/chosen-multiple/?id={}",
        "/cms/bulk/forum/space/delete/?id={}",
        "/cms/bulk/forum/space/delete/?id=all",
    ],
)
def test_staff_learn_the_name_of_no_closed_space(world: World, address: str) -> None:
    wanted = AccessRule.objects.for_rule(rule([area_token(world.area.pk)]))
    space = SpaceFactory(name="A room of one area", access_rule=wanted)
    client = elsewhere(Role.REVIEWER, Role.TRAINER)
    assert "A room of one area" not in said(client, address.format(space.pk))


def test_the_log_names_no_page_from_which_another_was_moved(world: World) -> None:
    folder = pages.guidance(title="A folder of one area", slug="folder")
    pages.restrict(folder, group_for_area(world.area))
    page = folder.add_child(instance=Page(title="Moved out", slug="moved-out"))
    page.move(pages.home_page(), pos="last-child", user=None)
    page = Page.objects.get(pk=page.pk)
    page.copy(update_attrs={"slug": "copied"}, log_action="wagtail.copy")
    client = elsewhere(Role.AUTHOR)
    for address in (f"/cms/pages/{page.pk}/history/", "/cms/reports/site-history/"):
        text = said(client, address)
        assert "Moved out" in text
        assert "A folder of one area" not in text


@pytest.mark.parametrize("kind", ["page", "quiz", "question"])
def test_nobody_is_shown_at_work_on_a_closed_thing(world: World, kind: str) -> None:
    thing = world.closed[kind]
    name = f"{thing._meta.app_label}/{thing._meta.model_name}/{thing.pk}"
    address = f"/cms/editing-sessions/ping/{name}/0/"
    assert elsewhere(Role.TRAINER).post(address).status_code == 404
    assert staff_of(world.area, Role.TRAINER).post(address).status_code == 200


@pytest.mark.parametrize("asked", [False, True])
def test_a_question_goes_that_no_quiz_asks(world: World, asked: bool) -> None:
    question = world.opened["question"]
    if not asked:
        QuizQuestion.objects.filter(question=question).delete()
    client = staff_of(world.area, Role.ADMINISTRATOR)
    answer = client.post(f"/cms/bulk/courses/question/delete/?id={question.pk}", follow=True)
    assert Question.objects.filter(pk=question.pk).exists() is asked
    assert ("Take it out there first" in answer.content.decode()) is asked
