import pytest

from hub.demo.loader.content import facts
from hub.demo.loader.everything import addresses
from hub.demo.loader.judgements import load_judgements
from search.models import JudgedQuery, JudgedThing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def test_judgements_name_what_the_demonstration_has_and_nothing_else() -> None:
    known = addresses()
    judged = facts("search_judgements")
    expected = {f["query"] for f in judged if any(item["id"] in known for item in f["relevant"])}
    assert set(JudgedQuery.objects.values_list("query", flat=True)) <= expected
    assert JudgedQuery.objects.count() > len(judged) * 0.9
    assert set(JudgedThing.objects.values_list("address", flat=True)) <= set(known.values())


def test_what_is_there_is_left_alone() -> None:
    JudgedQuery.objects.filter(query="s45").update(note="Mine")
    load_judgements(addresses())
    assert JudgedQuery.objects.get(query="s45").note == "Mine"
