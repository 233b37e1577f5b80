"""What stood on a day, against a calendar that is filled in by hand, day after day."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.legislation.as_at import standing, texts_as_at
from hub.legislation.enums import TextStatus
from hub.legislation.models import OfficialVersion, ProvisionPage, ProvisionVersion

FIRST = date(2020, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(40)]
ORDER = [TextStatus.AS_PASSED, TextStatus.PROSPECTIVE]
NATIONS = "EWSN"

some_day = st.none() | st.sampled_from(DAYS)


@st.composite
def official_versions(draw: st.DrawFn) -> list[OfficialVersion]:
    rows = []
    for number in range(draw(st.integers(0, 6))):
        start, end = draw(some_day), draw(some_day)
        if start and end and end < start:
            start, end = end, start
        extent = "".join(n for n in NATIONS if draw(st.booleans()))
        row = OfficialVersion(
            pk=number + 1,
            valid_from=start,
            valid_to=end,
            status=draw(st.sampled_from(TextStatus.values)),
            extent=extent,
            modified_on=draw(st.none() | st.sampled_from(DAYS[:3])),
        )
        rows.append(row)
    return rows


@st.composite
def plain_versions(draw: st.DrawFn) -> list[ProvisionVersion]:
    rows = []
    for number in range(draw(st.integers(0, 6))):
        start, end = draw(some_day), draw(some_day)
        if start and end and end < start:
            start, end = end, start
        rows.append(ProvisionVersion(pk=number + 1, effective_from=start, effective_to=end))
    return rows


def rank(row: OfficialVersion) -> int:
    status = TextStatus(row.status)
    return ORDER.index(status) if status in ORDER else len(ORDER)


def calendar(rows: Iterable[OfficialVersion], nation: str) -> dict[date, OfficialVersion | None]:
    """Each start is written over all days that follow it, the weightiest last."""
    days: dict[date, OfficialVersion | None] = dict.fromkeys(DAYS)
    here = [row for row in rows if not row.extent or nation in row.extent]

    def order(row: OfficialVersion) -> tuple[int, date]:
        return rank(row), row.valid_from or date(1, 1, 1)

    for (_rank, start), group in groupby(sorted(here, key=order), key=order):
        together = sorted(group, key=lambda row: (row.modified_on or date(1, 1, 1), row.pk))
        for day in (day for day in DAYS if day >= start):
            days[day] = None
            for row in together:
                if row.valid_to is None or day <= row.valid_to:
                    days[day] = row
    return days


@given(official_versions(), st.sampled_from(NATIONS))
def test_the_official_text_of_any_day_is_that_of_the_calendar(
    rows: list[OfficialVersion], nation: str
) -> None:
    assert {day: standing(rows, day, nation) for day in DAYS} == calendar(rows, nation)


@given(official_versions(), st.randoms())
def test_the_order_in_which_texts_came_changes_nothing(rows, random) -> None:
    mixed = random.sample(rows, len(rows))
    for day in DAYS:
        assert [standing(rows, day, n) for n in NATIONS] == [
            standing(mixed, day, n) for n in NATIONS
        ]


@given(official_versions(), st.sampled_from(DAYS))
def test_each_nation_has_one_text_or_none(rows: list[OfficialVersion], day: date) -> None:
    found = {n: row for row, nations in texts_as_at(rows, day) for n in nations}
    expected = {n: row for n in NATIONS if (row := calendar(rows, n)[day])}
    assert found == expected


@pytest.mark.django_db
@given(plain_versions())
def test_our_words_of_any_day_are_those_that_started_last(rows: list[ProvisionVersion]) -> None:
    page = ProvisionPage(versions=rows)
    days: dict[date, ProvisionVersion | None] = dict.fromkeys(DAYS)
    for row in sorted(rows, key=lambda row: (row.effective_from or date(1, 1, 1), row.pk)):
        for day in DAYS:
            if row.effective_from is None or day >= row.effective_from:
                days[day] = row if row.effective_to is None or day <= row.effective_to else None
    assert {day: page.version_held_on(day) for day in DAYS} == days


def version(start: date | None, end: date | None = None, **fields: object) -> OfficialVersion:
    return OfficialVersion(
        valid_from=start, valid_to=end, **({"status": TextStatus.IN_FORCE} | fields)
    )


def test_both_days_of_a_text_are_its_own() -> None:
    row = version(DAYS[5], DAYS[7])
    held = [standing([row], day, "E") is row for day in DAYS[4:9]]
    assert held == [False, True, True, True, False]


def test_what_was_replaced_does_not_come_back_when_its_successor_ends() -> None:
    old, new = version(DAYS[0]), version(DAYS[5], DAYS[7])
    assert standing([old, new], DAYS[8], "E") is None


def test_a_text_that_waits_to_start_never_hides_the_one_in_force() -> None:
    now, waiting = version(DAYS[0]), version(DAYS[3], status=TextStatus.PROSPECTIVE)
    assert standing([now, waiting], DAYS[9], "E") is now


def test_the_text_as_passed_stands_only_where_nothing_better_is_known() -> None:
    passed, now = version(None, status=TextStatus.AS_PASSED), version(DAYS[5])
    assert standing([passed, now], DAYS[4], "E") is passed
    assert standing([passed, now], DAYS[5], "E") is now


def test_nations_may_have_texts_of_their_own() -> None:
    england, scotland = version(DAYS[0], extent="EW"), version(DAYS[0], extent="S")
    assert texts_as_at([england, scotland], DAYS[1]) == [(england, "EW"), (scotland, "S")]
