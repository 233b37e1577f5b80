"""Open pages may name what is closed: who can't open it gets no name of it, and loses nothing."""

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from hub.access.current import answering
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.readers import ANONYMOUS
from hub.access.rules import rule
from hub.access.tokens import area_token
from hub.guidance.models import ToolPage
from hub.pages.blocks import BodyBlock
from hub.pages.files_in_use import wider_files
from tests.factories import pages
from tests.factories.people import AreaFactory
from tests.walk.cms_world import SECRET, World, mentions, staff_of

pytestmark = pytest.mark.django_db

PAGE, FILE = "A page you can't open", "A file you can't open"
Address = Callable[[World], str]
# Where an open thing names closed ones, and what stands there instead.
PLACES: dict[str, tuple[Address, tuple[str, ...]]] = {
    "editor of a page": (
        lambda world: edit(world.opened["page"]),
        (PAGE, FILE),
    ),
    "drafts compared": (lambda world: compare(world.opened["page"]), (PAGE, FILE)),
    "field for a file": (lambda world: edit(world.opened["tool"]), (FILE,)),
    "field for a file compared": (lambda world: compare(world.opened["tool"]), (FILE,)),
    "list of questions": (lambda world: "/cms/snippets/courses/question/", (PAGE,)),
    "editor of a question": (
        lambda world: f"/cms/snippets/courses/question/edit/{world.opened['question'].pk}/",
        (PAGE,),
    ),
}
every_place = pytest.mark.parametrize("place", PLACES)


def edit(page: Page) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def compare(page: Page) -> str:
    return f"/cms/pages/{page.pk}/revisions/compare/earliest...latest/"


def text_at(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    # Quotes are written in three ways: in HTML, in JSON within HTML, and in JSON within that.
    return answer.content.decode().replace("&#x27;", "'").replace("\\u0027", "'")


@pytest.fixture
def world(the_cms_world: World) -> World:
    return the_cms_world


@pytest.fixture
def stranger() -> Client:
    return staff_of(AreaFactory(name="Brimlow", slug="brimlow"), Role.REVIEWER, Role.TRAINER)


@every_place
def test_what_is_closed_has_no_name(world: World, stranger: Client, place: str) -> None:
    address, instead = PLACES[place]
    text = text_at(stranger, address(world))
    assert SECRET not in text
    assert [words for words in instead if words not in text] == []


@every_place
def test_who_may_open_it_sees_its_name(world: World, place: str) -> None:
    address, instead = PLACES[place]
    text = text_at(staff_of(world.area, Role.REVIEWER, Role.TRAINER), address(world))
    assert SECRET in text
    assert [words for words in instead if words in text] == []


def test_the_editor_gets_no_address_of_a_closed_page_or_file(world: World) -> None:
    given = as_given_to_a_stranger(world)
    assert SECRET not in given
    entities = json.loads(given)["entityMap"].values()
    assert {entity["data"].get("filename", entity["data"]["url"]) for entity in entities} == {
        PAGE,
        FILE,
    }


def test_saving_keeps_what_the_author_cannot_open(world: World, stranger: Client) -> None:
    tool = world.opened["tool"]
    insider = staff_of(world.area, Role.REVIEWER, Role.TRAINER)
    answers = [who.post(edit(tool), form_of_tool(world)) for who in (insider, stranger)]
    assert [answer.status_code for answer in answers] == [302, 302]
    saved = ToolPage.objects.get(pk=tool.pk).get_latest_revision_as_object()
    assert saved.document_id == world.closed["document"].pk
    assert saved.links.raw_data[0]["value"]["page"] == world.closed["below"].pk
    text = saved.body.raw_data[0]["value"]
    kept = [thing.pk for thing in world.closed.values() if isinstance(thing, Page)]
    assert [pk for pk in kept if f'linktype="page" id="{pk}"' not in swapped(text)] == []
    assert f'id="{world.closed["document"].pk}"' in text
    assert saved.title == "Changed"


def test_a_form_that_comes_back_names_nothing_for_an_id_typed_by_hand(
    world: World, stranger: Client
) -> None:
    page = pages.tool(title="Mine")
    answer = stranger.post(edit(page), form_of_tool(world) | {"title": ""})
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()


def test_a_refusal_to_publish_names_no_file_that_is_closed_to_the_author(world: World) -> None:
    area = AreaFactory(name="Brimlow", slug="brimlow")
    page = pages.tool(title="Mine", document=world.closed["document"])
    pages.restrict(page, group_for_area(area))
    form = form_of_tool(world) | {"action-publish": "1"}
    text = staff_of(area, Role.REVIEWER).post(edit(page), form).content.decode()
    assert f"more people could open {FILE}" in text.replace("&#x27;", "'")
    assert SECRET not in text


def test_what_would_stay_open_is_not_named_either(world: World) -> None:
    tool, fewer = world.opened["tool"], rule([area_token(AreaFactory().pk)])
    tool.refresh_from_db()
    with answering(ANONYMOUS):
        assert wider_files(tool, fewer) == [FILE]


def as_given_to_a_stranger(world: World) -> str:
    """A text about all that is closed, as the editor of rich text gets it."""
    widget = BodyBlock().child_blocks["paragraph"].field.widget
    with answering(ANONYMOUS):
        return widget.format_value(mentions(world.closed))


def swapped(text: str) -> str:
    """The text with the id of each link after its type."""
    return re.sub(r'(id="\d+") (linktype="\w+")', r"\2 \1", text)


def form_of_tool(world: World) -> dict[str, str]:
    """What the editor posts for a tool that names closed things everywhere."""
    form = nested_form_data(
        {
            "title": "Changed",
            "slug": "changed",
            "summary": "Changed",
            "document": world.closed["document"].pk,
            "body": streamfield([("paragraph", as_given_to_a_stranger(world))]),
            "links": streamfield([("link", {"page": world.closed["below"].pk, "note": ""})]),
            **{name: streamfield([]) for name in ("sources", "change_notes", "what_not_to_write")},
        }
    )
    names = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    return form | {f"comments-{name}": "0" for name in names}
