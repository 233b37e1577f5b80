"""What demonstration areas say of themselves: written whole, labelled, and never said twice."""

from typing import Any

import pytest

from hub.demo.loader.areas import load_areas
from hub.demo.people import load_people
from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.interventions.profiles import statements_of
from hub.taxonomy.models import Area
from tests.hub.demo.written_content import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def content() -> Any:
    content = read("areas")
    load_areas(load_people(), content)
    return content


def test_every_statement_is_written_with_its_four_parts_and_no_more() -> None:
    wanted = {"condition", "presence", "as_of", "note"}
    rows = [row for area in read("areas")["areas"] for row in area["statements"]]
    assert [row for row in rows if set(row) != wanted] == []


def test_what_is_stated_says_that_it_is_fictional(content: Any) -> None:
    notes = AreaStatement.objects.values_list("note", flat=True)
    assert [note for note in notes if not note.endswith(content["label"])] == []


def test_money_came_after_it_had_ended(content: Any) -> None:
    said = statements_of(Area.objects.get(slug="ardale"))
    assert said[Condition.BUDGET].presence == Presence.PARTLY


def test_the_other_area_has_said_nothing(content: Any) -> None:
    assert statements_of(Area.objects.get(slug="brimlow")) == {}


def test_loaded_again_nothing_is_stated_twice(content: Any) -> None:
    before = AreaStatement.objects.count()
    load_areas(load_people(), content)
    assert AreaStatement.objects.count() == before
