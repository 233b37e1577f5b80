"""readable_pages, rule_of_page and Wagtail's own answer agree, on random trees."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import transaction
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from hub.access.pages import may_read_page, readable_or_draft, readable_pages, rule_of_page
from hub.access.readers import ANONYMOUS, reader_for
from hub.access.tokens import NOBODY
from tests.factories.people import UserFactory, in_group

pytestmark = pytest.mark.django_db

GROUPS = ("Red", "Green", "Blue")


@dataclass(frozen=True)
class Node:
    """One page of a random tree. `parent` and `alias_of` index earlier nodes, modulo."""

    parent: int
    alias_of: int | None
    live: bool
    login: bool
    groups: frozenset[str] | None


nodes = st.builds(
    Node,
    parent=st.integers(0, 20),
    alias_of=st.none() | st.none() | st.integers(0, 20),
    live=st.sampled_from([True, True, True, False]),
    login=st.sampled_from([False, False, True]),
    groups=st.none() | st.none() | st.frozensets(st.sampled_from(GROUPS), max_size=2),
)


@contextmanager
def undone() -> Iterator[None]:
    """Each example starts from the same database."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def plant(tree: list[Node]) -> list[Page]:
    root = Page.objects.filter(depth=1).get()
    pages = [root.add_child(instance=Page(title="Top", slug="random-top"))]
    for number, node in enumerate(tree):
        pages.append(grow(node, number, pages))
    return pages


def grow(node: Node, number: int, pages: list[Page]) -> Page:
    parent = Page.objects.get(pk=pages[node.parent % len(pages)].pk)
    source = pages[node.alias_of % len(pages)] if node.alias_of is not None else None
    if source is not None and source.alias_of_id is None:
        page = Page.objects.get(pk=source.pk).create_alias(
            parent=parent, update_slug=f"alias-{number}"
        )
    else:
        page = parent.add_child(
            instance=Page(title=f"Page {number}", slug=f"page-{number}", live=node.live)
        )
    restrict(page, node)
    return page


def restrict(page: Page, node: Node) -> None:
    if node.login:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    if node.groups is not None:
        made = PageViewRestriction.objects.create(page=page, restriction_type="groups")
        made.groups.set([Group.objects.get_or_create(name=name)[0] for name in node.groups])


def by_wagtail(page: Page, user: object) -> bool:
    """Wagtail's own decision, which a page view would enforce after ours."""
    request = RequestFactory().get("/")
    request.user, request.session = user, {}
    fresh = Page.objects.get(pk=page.pk)
    return all(item.accept_request(request) for item in fresh.get_view_restrictions())


@given(
    tree=st.lists(nodes, min_size=1, max_size=8), held=st.none() | st.sets(st.sampled_from(GROUPS))
)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_lists_single_pages_and_wagtail_decide_alike(
    tree: list[Node], held: set[str] | None
) -> None:
    with undone():
        pages = plant(tree)
        user = AnonymousUser() if held is None else UserFactory()
        for name in held or ():
            in_group(user, name)
        reader = reader_for(user)
        ours = Page.objects.filter(pk__in=[page.pk for page in pages])
        one_by_one = {page.pk for page in ours if may_read_page(page, reader)}
        assert set(readable_or_draft(ours, reader).values_list("pk", flat=True)) == one_by_one
        wagtail = {page.pk for page in ours if by_wagtail(page, user)}
        assert one_by_one <= wagtail
        assert one_by_one == wagtail or any(page.alias_of_id for page in ours)
        live = set(ours.live().values_list("pk", flat=True))
        assert set(readable_pages(ours, reader).values_list("pk", flat=True)) == one_by_one & live


@pytest.fixture
def top() -> Page:
    return Page.objects.filter(depth=1).get().add_child(instance=Page(title="Top", slug="top-x"))


def add(parent: Page, slug: str) -> Page:
    return Page.objects.get(pk=parent.pk).add_child(instance=Page(title=slug, slug=slug))


def test_a_shared_password_opens_a_page_for_nobody(top: Page) -> None:
    PageViewRestriction.objects.create(page=top, restriction_type="password", password="open")
    assert rule_of_page(top) == frozenset({frozenset({NOBODY})})


def test_a_group_that_is_deleted_leaves_the_page_closed(top: Page) -> None:
    group = Group.objects.create(name="Red")
    made = PageViewRestriction.objects.create(page=top, restriction_type="groups")
    made.groups.add(group)
    group.delete()
    reader = reader_for(UserFactory())
    assert not may_read_page(top, reader)


def test_a_neighbour_whose_path_begins_alike_stays_open(top: Page) -> None:
    first, second = add(top, "one"), add(top, "two")
    PageViewRestriction.objects.create(page=first, restriction_type="login")
    assert may_read_page(second, ANONYMOUS)


def test_an_alias_is_closed_with_its_source_and_so_is_what_stands_below_it(top: Page) -> None:
    source, elsewhere = add(top, "source"), add(top, "elsewhere")
    alias = source.create_alias(parent=elsewhere, update_slug="shown-here")
    child = add(alias, "child")
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    assert not may_read_page(alias, ANONYMOUS)
    assert not readable_pages(Page.objects.filter(pk=child.pk), ANONYMOUS).exists()


def test_an_alias_of_an_alias_is_closed_with_the_first_source(top: Page) -> None:
    source, elsewhere = add(top, "source"), add(top, "elsewhere")
    alias = source.create_alias(parent=elsewhere, update_slug="shown-here")
    again = Page.objects.get(pk=alias.pk).create_alias(
        parent=Page.objects.get(pk=top.pk), update_slug="and-here"
    )
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    assert not may_read_page(again, ANONYMOUS)


def test_an_alias_outside_a_restricted_section_stays_closed(top: Page) -> None:
    section, elsewhere = add(top, "section"), add(top, "elsewhere")
    alias = add(section, "inside").create_alias(
        parent=Page.objects.get(pk=elsewhere.pk), update_slug="outside"
    )
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert not may_read_page(alias, ANONYMOUS)


def test_lists_cost_three_queries_however_many_pages(
    top: Page, django_assert_num_queries: object
) -> None:
    for number in range(6):
        page = add(top, f"p{number}")
        made = PageViewRestriction.objects.create(page=page, restriction_type="groups")
        made.groups.add(Group.objects.get_or_create(name="Red")[0])
    reader = reader_for(UserFactory())
    with django_assert_num_queries(3):
        assert list(readable_pages(Page.objects.descendant_of(top), reader)) == []
