"""A change counts at the next request, in every channel."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from hub.access.models import AccessRule, Membership
from hub.access.rules import rule
from hub.access.services import end_membership
from hub.access.tokens import group_token
from hub.groups.services import join_group, leave_group, remove_member
from hub.pages.models import GuardedPage, HubDocument
from hub.users.models import User
from tests.factories import pages
from tests.factories.forum import SpaceFactory, question
from tests.factories.groups import add_member, make_group, owner_of, place_in
from tests.factories.people import UserFactory, in_group, sign_in

pytestmark = pytest.mark.django_db

WORD = "nightjar"
NAME = "Insiders"


def reader() -> tuple[User, Client]:
    person = in_group(UserFactory(), NAME)
    return person, sign_in(Client(), person)


def group() -> Group:
    return Group.objects.get_or_create(name=NAME)[0]


def page_of_group() -> Page:
    page = pages.guidance(title=WORD, themes=["mapping"])
    pages.restrict(page, group())
    return page


def channels(client: Client, page: Page) -> list[bool]:
    """Whether the page itself, its list, search and the theme's page hold the word."""
    theme = f"/search/?q={WORD}&theme=mapping"
    addresses = [page.url, page.get_parent().url, f"/search/?q={WORD}", theme]
    answers = [client.get(address) for address in addresses]
    texts = [answer.content.decode().replace(f"“{WORD}”", "") for answer in answers]
    return [
        page.url in text and answer.status_code == 200
        for text, answer in zip(texts, answers, strict=False)
    ]


def everywhere(client: Client, page: Page) -> set[bool]:
    return set(channels(client, page))


Change = Callable[[User, Page], object]
CLOSING: dict[str, Change] = {
    "a membership ends": lambda person, page: end_membership(
        membership=Membership.objects.get(person=person), by=None
    ),
    "an account is closed": lambda person, page: User.objects.filter(pk=person.pk).update(
        is_active=False
    ),
    "the page is restricted further": lambda person, page: pages.restrict(
        page, Group.objects.create(name="Others")
    ),
    "a page above is restricted": lambda person, page: pages.restrict(
        page.get_parent(), Group.objects.create(name="Others")
    ),
    "the page is marked": lambda person, page: pages.mark_sensitive(page),
    "the group of the restriction is exchanged": lambda person, page: (
        page.get_view_restrictions().get().groups.set([Group.objects.create(name="Others")])
    ),
    "the page is taken offline": lambda person, page: page.specific.unpublish(),
}


@pytest.mark.parametrize("name", CLOSING)
def test_what_closes_closes_at_the_next_request(name: str) -> None:
    page = page_of_group()
    person, client = reader()
    assert everywhere(client, page) == {True}
    CLOSING[name](person, page)
    assert everywhere(client, page) == {False}


def ask_for_sign_in(page: Page) -> None:
    restriction = page.get_view_restrictions().get()
    restriction.restriction_type = PageViewRestriction.LOGIN
    restriction.save()


OPENING: dict[str, Change] = {
    "a membership begins": lambda person, page: in_group(person, NAME),
    "the restriction goes": lambda person, page: page.get_view_restrictions().get().delete(),
    "the restriction asks for a sign-in only": lambda person, page: ask_for_sign_in(page),
}


@pytest.mark.parametrize("name", OPENING)
def test_what_opens_opens_at_the_next_request(name: str) -> None:
    page, person = page_of_group(), UserFactory()
    client = sign_in(Client(), person)
    assert everywhere(client, page) == {False}
    OPENING[name](person, page)
    assert everywhere(client, page) == {True}


def test_a_page_that_moves_below_a_closed_one_closes() -> None:
    page, above = pages.guidance(title=WORD, themes=["mapping"]), pages.practice()
    client = sign_in(Client(), UserFactory())
    pages.restrict(above, group())
    assert channels(client, page)[0]
    Page.objects.get(pk=page.pk).move(above, pos="last-child")
    moved = Page.objects.get(pk=page.pk)
    assert isinstance(moved.specific, GuardedPage)
    assert everywhere(client, moved) == {False}


def test_a_file_that_moves_between_collections_opens_and_closes() -> None:
    root = Collection.get_first_root_node()
    closed = root.add_child(name="Closed")
    kind = CollectionViewRestriction.GROUPS
    restriction = CollectionViewRestriction(collection=closed, restriction_type=kind)
    restriction.save()
    restriction.groups.add(group())
    file = ContentFile(b"Words.", name="words.txt")
    document = HubDocument.objects.create(title=WORD, file=file, collection=root)
    addresses = [document.url, document.file.url]
    client = sign_in(Client(), UserFactory())
    found = []
    for place in (root, closed, root):
        HubDocument.objects.filter(pk=document.pk).update(collection=place)
        found.append({client.get(address).status_code for address in addresses})
    restriction.delete()
    assert found == [{200}, {404}, {200}]


def test_joining_and_leaving_a_group_opens_and_closes_its_room() -> None:
    working = make_group(joining="open")
    wanted = rule([group_token(working.group_id)])
    space = SpaceFactory(access_rule=AccessRule.objects.for_rule(wanted))
    thread, person = question(space=space, title=WORD), UserFactory()
    client = sign_in(Client(), person)
    found = [hears_of(client, thread.get_absolute_url())]
    join_group(group=working, person=person)
    found.append(hears_of(client, thread.get_absolute_url()))
    leave_group(group=working, person=person)
    found.append(hears_of(client, thread.get_absolute_url()))
    assert found == [set(), {200, "search"}, set()]


def test_who_is_removed_from_a_group_hears_no_more_of_it() -> None:
    working = make_group()
    person = add_member(working)
    wanted = rule([group_token(working.group_id)])
    space = SpaceFactory(access_rule=AccessRule.objects.for_rule(wanted))
    address = question(space=space, title=WORD).get_absolute_url()
    client = sign_in(Client(), person)
    assert hears_of(client, address) == {200, "search"}
    place = place_in(working, person)
    remove_member(group=working, place=place, by=owner_of(working), reason="Moved on.")
    assert hears_of(client, address) == set()


def test_a_room_whose_rule_changes_closes() -> None:
    space = SpaceFactory()
    address = question(space=space, title=WORD).get_absolute_url()
    client = sign_in(Client(), UserFactory())
    assert hears_of(client, address) == {200, "search"}
    space.access_rule = AccessRule.objects.for_rule(rule([group_token(group().pk)]))
    space.save()
    assert hears_of(client, address) == set()


def hears_of(client: Client, address: str) -> set[object]:
    status = client.get(address).status_code
    found = address in client.get(f"/search/?q={WORD}").content.decode()
    return {status} - {404} | ({"search"} if found else set())
