from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from hub.access.audit.verifying import Found, faults
from hub.access.models import AuditRecord, AuditSegment
from hub.access.personal_data import record_named
from hub.access.services import purge_audit
from tests.factories.audit import seal_all, some_records

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_segments() -> None:
    """Of records that are 30, 20 and 10 days old."""
    for days in (30, 20, 10):
        some_records(2, days_ago=days)
        seal_all()


def ago(days: float) -> datetime:
    return timezone.now() - timedelta(days=days)


@pytest.mark.usefixtures("three_segments")
def test_segments_that_are_older_lose_their_rows_and_keep_their_hash() -> None:
    before = list(AuditSegment.objects.values_list("closing_hash", flat=True))
    assert purge_audit(before=ago(15)) == 4
    assert list(AuditSegment.objects.values_list("closing_hash", flat=True)) == before
    assert AuditSegment.objects.purged().count() == 2
    assert AuditRecord.objects.filter(action="page.viewed").count() == 2


@pytest.mark.usefixtures("three_segments")
def test_the_chain_still_verifies_after_several_purges() -> None:
    for days in (25, 15):
        purge_audit(before=ago(days))
        seal_all()
        assert list(faults(Found())) == []


@pytest.mark.usefixtures("three_segments")
def test_a_purge_is_recorded_and_a_second_one_finds_nothing() -> None:
    purge_audit(before=ago(15))
    assert AuditRecord.objects.get(action="audit.purged").subject == "segment 2"
    assert purge_audit(before=ago(15)) == 0
    assert AuditRecord.objects.filter(action="audit.purged").count() == 1


def test_a_segment_with_one_young_record_stays_whole() -> None:
    some_records(2, days_ago=30)
    some_records(1, days_ago=1)
    seal_all()
    assert purge_audit(before=ago(15)) == 0
    assert AuditRecord.objects.count() == 3


def test_what_is_not_sealed_stays() -> None:
    some_records(2, days_ago=30)
    assert purge_audit(before=ago(15)) == 0


@pytest.mark.usefixtures("three_segments")
def test_the_nightly_purge_drops_what_is_older_than_its_period() -> None:
    purge = record_named("audit").purge
    assert (purge(ago(25)), purge(ago(25))) == (2, 0)
