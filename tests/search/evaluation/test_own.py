"""The hub's own judged searches: what may be judged, how they did, and when they are asked."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import travel

from hub.access.enums import Role
from hub.access.groups import group_for_area
from search.evaluation.chart import Chart
from search.evaluation.own import evaluate_own
from search.models import Evaluation, JudgedQuery, JudgedThing
from search.ticks import measure_nightly
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db
QUALITY = "/cms/search-quality/"
LONDON = ZoneInfo("Europe/London")


def judged(query: str, *addresses: str) -> JudgedQuery:
    made = JudgedQuery.objects.create(query=query)
    for address in addresses:
        thing = JudgedThing(judged=made, address=address)
        thing.find()
        thing.save()
    return made


def test_what_stands_first_has_all_there_is() -> None:
    judged("cuckooing", pages.guidance(title="Cuckooing").url)
    made = evaluate_own()
    assert (made.ndcg, made.figures) == (1.0, {"cuckooing": 1.0})


def test_what_is_not_found_has_nothing() -> None:
    judged("zyxwvut", pages.guidance(title="Cuckooing").url)
    assert evaluate_own().ndcg == 0.0


def test_nothing_judged_is_no_evaluation() -> None:
    assert evaluate_own() is None
    assert not Evaluation.objects.exists()


def test_a_page_that_moved_is_the_same_page() -> None:
    page = pages.guidance(title="Cuckooing")
    judged("cuckooing", page.url)
    page.slug = "homes-taken-over"
    page.save_revision().publish()
    assert evaluate_own().ndcg == 1.0


def test_closed_things_count_as_not_found() -> None:
    page = pages.guidance(title="Cuckooing")
    judged("cuckooing", page.url)
    pages.restrict(page, group_for_area(AreaFactory()))
    assert evaluate_own().ndcg == 0.0


def test_closed_and_missing_addresses_are_refused_alike() -> None:
    closed = pages.guidance(title="Cuckooing")
    pages.restrict(closed, group_for_area(AreaFactory()))
    said = []
    for address in (closed.url, "/guidance/nothing-here/"):
        with pytest.raises(ValidationError) as refused:
            JudgedThing(address=address).find()
        said.append(refused.value.messages)
    assert said[0] == said[1]


def test_it_says_what_fell() -> None:
    before = Evaluation(ndcg=1, figures={"a": 1.0, "b": 0.5, "gone": 1.0})
    now = Evaluation(ndcg=0.6, figures={"a": 0.6, "b": 0.6, "new": 0.1})
    assert now.fallen_since(before) == {"a": pytest.approx(0.4)}


def test_a_night_measures_once() -> None:
    judged("cuckooing", pages.guidance(title="Cuckooing").url)
    with travel(datetime(2026, 6, 1, 2, 30, tzinfo=LONDON), tick=False):
        measure_nightly()
    assert not Evaluation.objects.exists()
    with travel(datetime(2026, 6, 1, 3, 30, tzinfo=LONDON), tick=False):
        measure_nightly()
        measure_nightly()
    assert Evaluation.objects.count() == 1


def test_a_button_measures() -> None:
    judged("cuckooing", pages.guidance(title="Cuckooing").url)
    client = staff_client(Role.AUTHOR)
    page = client.post(QUALITY, follow=True).content.decode()
    assert Evaluation.objects.count() == 1
    assert "1.000" in page


def test_looking_measures_nothing() -> None:
    judged("cuckooing", pages.guidance(title="Cuckooing").url)
    page = staff_client(Role.AUTHOR).get(QUALITY).content.decode()
    assert "Nothing has been measured yet" in page
    assert not Evaluation.objects.exists()


def test_two_measurements_make_a_line_with_its_table() -> None:
    for value in (0.5, 0.75):
        Evaluation.objects.create(engine="database", ndcg=value, figures={"cuckooing": value})
    page = staff_client(Role.AUTHOR).get(QUALITY).content.decode()
    assert 'points="0.0,80.0 600.0,40.0"' in page
    assert "0.500" in page
    assert "0.750" in page


def test_one_value_makes_no_line() -> None:
    assert Chart.of([0.5]) is None


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [Role.TRAINER, Role.ANALYST, Role.PRACTITIONER])
def test_it_is_for_editors(client: Client, role: Role, method: str) -> None:
    theirs = sign_in(client, with_role(UserFactory(), role), mfa=True)
    assert getattr(theirs, method)(QUALITY).status_code == 404
    assert not Evaluation.objects.exists()


def test_editors_judge_a_search() -> None:
    page = pages.guidance(title="Cuckooing")
    data = {
        "query": "cuckoo",
        "note": "",
        "things-TOTAL_FORMS": "1",
        "things-INITIAL_FORMS": "0",
        "things-MIN_NUM_FORMS": "1",
        "things-MAX_NUM_FORMS": "1000",
        "things-0-address": f"{page.url}#signs",
        "things-0-grade": "2",
    }
    staff_client(Role.AUTHOR).post("/cms/judged_searches/new/", data)
    assert JudgedQuery.objects.get().grades() == {page.url: 2}
