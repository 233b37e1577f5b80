"""What is closed shows nowhere to those it isn't for, whichever way they come."""

import re

import pytest
from django.test import Client

from hub.access.enums import STAFF_ROLES, Role
from hub.access.registry import kinds
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role
from tests.hub.legislation.powers.answering import answered, finder
from tests.walk.closed_world import BAIT, SECRET, SHARED, World
from tests.walk.crawler import walk

pytestmark = pytest.mark.django_db

OUTSIDERS = ["anonymous", *(role for role in Role if role != Role.OWNER)]
# No area closes these, and everybody here is verified somewhere: tests/canaries/ asks for them.
FOR_THE_VERIFIED = {"person"}
CHANNELS = [
    "/",
    "/sitemap.xml",
    "/help-now/",
    answered(),
    finder(exploited="yes"),
    "/forum/",
    "/account/",
    "/account/notices/",
    "/learning/",
    f"/search/?q={BAIT}",
    f"/search/?q={SHARED}",
    f"/search/?q={SHARED}&theme=mapping",
    *(f"/search/?q={BAIT}&kind={name}" for name in ("guidance", "term", "thread", "lesson")),
    f"/search/?q={BAIT}slang",
]


@pytest.fixture
def world(the_closed_world: World) -> World:
    return the_closed_world


def client_of(who: str) -> Client:
    """Someone with this role in the whole hub and in another area, and so without access."""
    if who == "anonymous":
        return Client()
    person = with_role(UserFactory(), Role(who))
    with_role(person, Role.PRACTITIONER, area=AreaFactory(name="Brimlow", slug="brimlow"))
    return sign_in(Client(), person, mfa=who in STAFF_ROLES)


def insider(world: World) -> Client:
    return sign_in(Client(), with_role(UserFactory(), Role.MEMBER, area=world.area))


def test_the_world_has_a_closed_thing_of_every_kind(world: World) -> None:
    assert set(world.closed) | FOR_THE_VERIFIED == {kind.name for kind in kinds()}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_page_within_reach_holds_what_is_closed(world: World, who: str) -> None:
    asking = f"/forum/ask/?about={world.closed['guidance'].pk}"
    pages = walk(client_of(who), [*CHANNELS, world.open_page.url, asking])
    assert [address for address, text in pages if SECRET in text] == []


@pytest.mark.parametrize("who", OUTSIDERS)
def test_every_closed_address_answers_as_if_nothing_were_there(world: World, who: str) -> None:
    client = client_of(who)
    answers = {
        address: client.get(address).status_code for address in [*world.addresses, *world.media]
    }
    assert set(answers.values()) == {404}, answers


@pytest.mark.parametrize("who", ["anonymous", Role.MEMBER])
def test_forbidden_and_missing_are_the_same_answer(world: World, who: str) -> None:
    client = client_of(who)
    closed = client.get(world.closed["guidance"].url).content.decode()
    missing = client.get("/guidance/nothing-here/").content.decode()
    assert blanked(closed) == blanked(missing)


def blanked(text: str) -> str:
    """The page without its own address, which the offer to sign in carries."""
    return re.sub(r"next=[^\"]*", "", text)


@pytest.mark.parametrize("who", ["anonymous", Role.LEAD])
def test_search_counts_only_what_the_person_may_read(world: World, who: str) -> None:
    text = client_of(who).get(f"/search/?q={SHARED}").content.decode()
    assert "1 result for" in text


def test_spelling_never_offers_a_closed_word(world: World) -> None:
    text = Client().get(f"/search/?q={BAIT.replace('kk', 'kkk')}").content.decode()
    assert not re.search(rf"{BAIT}\b", text)


def test_those_whom_it_is_for_meet_it_everywhere(world: World) -> None:
    """The walk would find the secret if it leaked: someone with access finds each thing."""
    client = insider(world)
    reached = {
        address
        for address, text in walk(client, [*CHANNELS, world.open_page.url])
        if SECRET in text
    }
    missed = [address for address in world.addresses if address not in reached]
    assert missed == []


def test_media_opens_for_those_whom_it_is_for(world: World) -> None:
    client = insider(world)
    assert {client.get(address).status_code for address in world.media} == {200}


@pytest.mark.parametrize("part", ["", "edit/", "history/", "view_draft/", "copy/", "move/"])
def test_the_cms_too_hides_a_closed_page_from_staff_of_elsewhere(world: World, part: str) -> None:
    client = client_of(Role.REVIEWER)
    page = world.closed["guidance"]
    assert client.get(f"/cms/pages/{page.pk}/{part}").status_code == 404
    assert client.get(f"/cms/pages/{world.open_page.pk}/{part}").status_code in {200, 302}


def test_choosers_and_explorer_name_no_closed_page(world: World) -> None:
    client = client_of(Role.REVIEWER)
    index = world.open_page.get_parent().pk
    lists = [f"/cms/pages/{index}/", f"/cms/choose-page/{index}/"]
    found = {a: client.get(a) for a in [*lists, f"/cms/pages/search/?q={BAIT}"]}
    assert {answer.status_code for answer in found.values()} == {200}
    texts = {address: answer.content.decode() for address, answer in found.items()}
    assert [address for address in lists if world.open_page.title not in texts[address]] == []
    assert [address for address, text in texts.items() if SECRET in text] == []
