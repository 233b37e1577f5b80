"""Several sealers and writers at once, each with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from hub.access.audit.verifying import Found, faults
from hub.access.models import AuditRecord, AuditSegment
from hub.access.services import record_audit
from tests.factories.audit import seal_all, some_records

pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(*works: Callable[[], object]) -> list[object]:
    gate = Barrier(len(works))

    def run(work: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=30)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result() for future in [pool.submit(run, work) for work in works]]


def seal_in_pairs() -> int:
    return seal_all(batch=2)


def write_ten() -> None:
    for n in range(10):
        record_audit(action="page.viewed", subject=f"page {n}", person_id=n)


def test_six_sealers_seal_each_record_once() -> None:
    some_records(20)
    assert sum(all_at_once(*[seal_in_pairs] * 6)) + seal_in_pairs() == 20
    assert sum(AuditSegment.objects.values_list("count", flat=True)) == 20
    assert list(faults(Found())) == []


def test_writers_and_sealers_lose_nothing() -> None:
    all_at_once(*[write_ten] * 4, *[seal_in_pairs] * 3)
    seal_in_pairs()
    assert AuditRecord.objects.exclude(segment=None).count() == 40
    assert list(faults(Found())) == []


@pytest.mark.postgres
def test_a_record_whose_transaction_ends_after_a_sealing_is_in_the_next_segment() -> None:
    written, may_end = Event(), Event()

    def write_slowly() -> int:
        with transaction.atomic():
            late = record_audit(action="page.viewed", subject="page 1", person_id=1)
            written.set()
            assert may_end.wait(30)
        return late.pk

    def write_and_seal() -> int:
        assert written.wait(30)
        later = record_audit(action="page.viewed", subject="page 2", person_id=2)
        seal_all()
        may_end.set()
        return later.pk

    late, later = all_at_once(write_slowly, write_and_seal)
    seal_all()
    segments = dict(AuditRecord.objects.values_list("pk", "segment_id"))
    assert late < later
    assert segments == {late: 2, later: 1}
    assert list(faults(Found())) == []
