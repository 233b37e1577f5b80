"""What rests on what, drawn and listed, for those who may see either end."""

import itertools
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.groups import group_for_area
from hub.access.models import AuditRecord
from hub.access.registry import Card
from hub.pages.models import HubPage
from hub.pages.picture import picture_of
from tests.factories import pages
from tests.factories.people import AreaFactory, practitioner_client

HERE = Card("guidance", "Here", "/here/")


def cards(number: int) -> list[Card]:
    return [Card("act", f"Act {n}", "/x/") for n in range(number)]


def picture(client: Client, page: HubPage) -> str:
    answer = client.get(f"/pages/{page.pk}/rests-on/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_thing_has_a_box_and_a_line() -> None:
    drawn = picture_of(HERE, cards(2), cards(3))
    assert len(drawn.boxes) == 6
    assert len(drawn.lines) == 5


def test_boxes_never_lie_on_each_other() -> None:
    drawn = picture_of(HERE, cards(10), cards(7))
    places = [(box.x, box.y) for box in drawn.boxes]
    for x in {x for x, _y in places}:
        column = sorted(y for at, y in places if at == x)
        assert all(b - a >= drawn.box_height for a, b in itertools.pairwise(column))
    assert all(0 <= y <= drawn.height - drawn.box_height for _x, y in places)


def test_of_many_the_last_box_counts_the_rest() -> None:
    drawn = picture_of(HERE, cards(10), cards(45))
    titles = [box.title for box in drawn.boxes]
    assert titles[-1] == "36 more"
    assert "Act 9" in titles


@pytest.mark.django_db
class TestItsPage:
    def test_both_sides_are_drawn_and_listed(self, client: Client) -> None:
        law = pages.provision(title="Section 45")
        guide = pages.guidance(title="The first day", links=[law])
        html = picture(client, guide)
        assert re.search(r"<svg.*Section 45.*</svg>", html, re.S)
        assert f'<a href="{law.url}">Section 45</a>' in html
        assert f'<a href="{guide.url}">The first day</a>' in picture(client, law)

    def test_what_a_reader_may_not_see_is_neither_drawn_nor_listed(self, client: Client) -> None:
        law = pages.provision(title="Section 45")
        hidden = pages.guidance(title="Quiet trial", links=[law])
        pages.restrict(hidden, group_for_area(AreaFactory()))
        assert "Quiet trial" not in picture(client, law)
        assert client.get(f"/pages/{hidden.pk}/rests-on/").status_code == 404

    def test_a_page_that_names_nothing_says_so(self, client: Client) -> None:
        assert "names nothing that it rests on" in picture(client, pages.guidance())

    def test_opening_that_of_a_sensitive_page_is_recorded_and_marked(self) -> None:
        page = pages.guidance(title="Marked")
        pages.mark_sensitive(page)
        assert "OFFICIAL-SENSITIVE" in picture(practitioner_client(), page)
        assert AuditRecord.objects.filter(action="page.viewed", subject=f"page {page.pk}").exists()

    def test_a_title_is_escaped(self, client: Client) -> None:
        law = pages.provision(title="Section <b>45</b>")
        assert "<b>45" not in picture(client, law)

    def test_the_number_of_queries_does_not_grow(self, client: Client) -> None:
        law = pages.provision()
        pages.guidance(links=[law])
        picture(client, law)
        with CaptureQueriesContext(connection) as before:
            picture(client, law)
        for _ in range(4):
            pages.guidance(links=[law])
        with CaptureQueriesContext(connection) as after:
            picture(client, law)
        assert len(after) == len(before)
