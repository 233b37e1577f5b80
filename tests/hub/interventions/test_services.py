"""Stating what is in place: what was said before is kept."""

import pytest

from hub.access.models import AuditRecord
from hub.access.models.append_only import AppendOnly
from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.interventions.profiles import next_unstated, statements_of
from hub.interventions.services import Overtaken, state_condition
from hub.taxonomy.models import Area
from tests.factories.areas import stated
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory()


def test_the_last_word_counts_and_the_one_before_is_kept(area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO)
    stated(area, Condition.TEAM, Presence.PARTLY)
    assert statements_of(area)[Condition.TEAM].presence == Presence.PARTLY
    assert AreaStatement.objects.of(area).count() == 2


def test_each_condition_and_each_area_stands_for_itself(area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO)
    stated(area, Condition.BUDGET, Presence.YES)
    stated(AreaFactory(), Condition.TEAM, Presence.YES)
    said = {name: row.presence for name, row in statements_of(area).items()}
    assert said == {Condition.TEAM: Presence.NO, Condition.BUDGET: Presence.YES}


def test_a_statement_can_be_neither_changed_nor_deleted(area: Area) -> None:
    row = stated(area)
    with pytest.raises(AppendOnly):
        row.save()
    with pytest.raises(AppendOnly):
        row.delete()


def test_stating_is_on_the_record(area: Area) -> None:
    person = UserFactory()
    stated(area, Condition.TEAM, Presence.NO, by=person, note="Words that stay here.")
    record = AuditRecord.objects.get(action="area.stated")
    assert (record.person_id, record.subject, record.reason) == (
        person.pk,
        f"area {area.pk}",
        "team: no",
    )


def test_nobody_is_overwritten_by_somebody_who_did_not_see_it(area: Area) -> None:
    stated(area, Condition.TEAM, Presence.NO)
    with pytest.raises(Overtaken):
        state_condition(
            area=area,
            condition=Condition.TEAM,
            presence=Presence.YES,
            note="",
            as_of=AreaStatement.objects.get().as_of,
            by=UserFactory(),
            seen=0,
        )
    assert statements_of(area)[Condition.TEAM].presence == Presence.NO


def test_what_follows_is_the_next_one_that_nobody_stated(area: Area) -> None:
    first, second, third, *_ = Condition
    stated(area, second)
    assert next_unstated(area, first) == third


def test_what_follows_goes_round_and_ends(area: Area) -> None:
    *_, last = Condition
    assert next_unstated(area, last) == next(iter(Condition))
    for condition in Condition:
        stated(area, condition)
    assert next_unstated(area, last) is None
