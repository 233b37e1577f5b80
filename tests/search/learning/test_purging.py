"""Ninety days of rows, then counts; of what few people asked, not even the words."""

from datetime import date, datetime, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from hub.access.personal_data import record_named
from hub.mydata.services import purge_everything
from search.learning.purging import FEWEST
from search.models import LoggedSearch, SearchCount
from tests.factories.searches import logged

pytestmark = pytest.mark.django_db
DAYS = 90


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def purge(now: datetime | None = None) -> None:
    purge_everything(now=now or timezone.now())


def counts() -> dict[tuple[date, str], tuple[int, ...]]:
    return {
        (c.day, c.words): (c.times_asked, c.times_empty, c.times_opened, c.times_missed)
        for c in SearchCount.objects.all()
    }


def test_the_period_is_ninety_days_and_promised_to_people() -> None:
    assert settings.RETENTION_DAYS[record_named("searches").kept] == DAYS


def test_rows_within_the_period_stay() -> None:
    logged("cuckooing", ago(DAYS))
    purge()
    assert LoggedSearch.objects.count() == 1
    assert not SearchCount.objects.exists()


def test_rows_beyond_it_become_counts() -> None:
    day = ago(DAYS + 1)
    logged("cuckooing", day, times=2, opened_at=3)
    logged("cuckooing", day, missed=True, wanted="Who pays for new locks", total=0)
    logged("cuckooing", day, page=2)
    purge()
    assert not LoggedSearch.objects.exists()
    assert counts() == {(day, "cuckooing"): (3, 1, 2, 1)}


def test_what_few_people_asked_keeps_no_words() -> None:
    day = ago(DAYS + 1)
    logged("kai of ardale", day, times=FEWEST - 1)
    logged("the green boy", day)
    purge()
    assert counts() == {(day, ""): (FEWEST, 0, 0, 0)}


def test_turning_pages_makes_no_query_common() -> None:
    day = ago(DAYS + 1)
    logged("kai of ardale", day)
    logged("kai of ardale", day, times=FEWEST, page=2)
    purge()
    assert counts() == {(day, ""): (1, 0, 0, 0)}


def test_later_days_count_towards_what_is_common() -> None:
    day = ago(DAYS + 1)
    logged("cuckooing", day)
    logged("cuckooing", ago(3), times=FEWEST - 1)
    purge()
    assert counts() == {(day, "cuckooing"): (1, 0, 0, 0)}


def test_purging_twice_counts_once() -> None:
    day = ago(DAYS + 1)
    logged("cuckooing", day, times=FEWEST)
    logged("cuckooing", ago(DAYS + 2), times=FEWEST)
    purge()
    before = counts()
    purge()
    assert counts() == before
    assert len(before) == 2
