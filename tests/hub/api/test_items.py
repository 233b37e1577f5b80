"""The list: what a program may narrow it by, and what it is told where it can't."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.registry import kinds
from hub.guidance.enums import EvidenceLevel
from search.models import Entry
from tests.factories import forum, pages
from tests.factories.directory import listed_person
from tests.factories.people import AreaFactory, UserFactory, sign_in
from tests.hub.api.asking import listed, refused, titles

pytestmark = pytest.mark.django_db


def dated(title: str, day: date) -> None:
    Entry.objects.filter(text__title=title).update(date=day)


def test_every_kind_of_the_registry_is_listed_but_for_people(client: Client) -> None:
    told = {kind["name"] for kind in client.get("/api/v1/").json()["kinds"]}
    assert told == {kind.name for kind in kinds()} - {"person"}


def test_people_are_no_content_even_for_colleagues(client: Client) -> None:
    listed_person()
    sign_in(client, UserFactory())
    assert refused(client, kind="person") == "kind"
    assert "person" not in {item["kind"] for item in listed(client, limit="100")["items"]}


def test_the_newest_comes_first(client: Client) -> None:
    pages.guidance(title="Old")
    pages.guidance(title="New")
    dated("Old", date(2026, 1, 1))
    dated("New", date(2026, 2, 1))
    assert titles(client, kind="guidance") == ["New", "Old"]
    assert titles(client, kind="guidance", order="updated") == ["Old", "New"]
    assert titles(client, kind="guidance", order="title") == ["New", "Old"]


def test_a_list_is_narrowed_by_kind_theme_audience_and_nation(client: Client) -> None:
    pages.guidance(title="Wanted", themes=["mapping"], audiences=["police"], nations=["wales"])
    pages.guidance(title="Other", themes=["cuckooing"], audiences=["health"], nations=["england"])
    pages.term("A term", themes=["mapping"])
    asked = {"theme": "mapping", "audience": "police", "nation": "wales", "kind": "guidance"}
    assert titles(client, **asked) == ["Wanted"]


def test_a_list_is_narrowed_by_evidence(client: Client) -> None:
    pages.practice(title="Compared", evidence_level=EvidenceLevel.COMPARISON)
    pages.practice(title="Claims nothing")
    shown = {item["title"]: item["evidence"] for item in listed(client)["items"]}
    assert titles(client, evidence=shown["Compared"]) == ["Compared"]


def test_a_list_is_narrowed_by_the_area_of_a_space(client: Client) -> None:
    area = AreaFactory(slug="ardale")
    space = forum.SpaceFactory(area=area)
    forum.question(space=space, title="Local")
    forum.question(title="Elsewhere")
    assert titles(client, area="ardale") == ["Local"]


def test_a_list_is_narrowed_by_the_day_of_the_last_visit(client: Client) -> None:
    pages.guidance(title="Old")
    pages.guidance(title="New")
    dated("Old", date(2026, 1, 31))
    dated("New", date(2026, 2, 1))
    assert titles(client, kind="guidance", updated_since="2026-02-01") == ["New"]


def test_pages_of_a_list_follow_each_other_and_end(client: Client) -> None:
    for number in range(5):
        pages.guidance(title=f"Guide {number}")
    seen, answer = [], listed(client, kind="guidance", limit="2", order="title")
    while True:
        seen += [item["title"] for item in answer["items"]]
        if not answer["next"]:
            break
        answer = client.get(answer["next"]).json()
    assert seen == [f"Guide {number}" for number in range(5)]
    assert answer["total"] == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "0"),
        ("page", "x"),
        ("page", "1001"),
        ("limit", "101"),
        ("limit", "-1"),
        ("order", "random"),
        ("updated_since", "yesterday"),
        ("kind", "letter"),
        ("theme", "nowhere"),
        ("audience", "\x00"),
        ("nation", "france"),
        ("area", "nowhere"),
        ("evidence", "none"),
        ("q", "cuckooing"),
    ],
)
def test_what_a_list_can_t_do_with_is_named(client: Client, name: str, value: str) -> None:
    assert refused(client, **{name: value}) == name


def test_a_parameter_that_stands_there_twice_is_named(client: Client) -> None:
    assert refused(client, page=["1", "2"]) == "page"


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_queries_of_a_list_don_t_grow_with_its_things(client: Client) -> None:
    pages.guidance(themes=["mapping"])
    forum.question()
    few = queries(client, "/api/v1/items/?limit=100")
    for _ in range(5):
        pages.guidance(themes=["mapping", "cuckooing"], nations=["wales"])
        forum.question()
    assert queries(client, "/api/v1/items/?limit=100") <= few <= 15
