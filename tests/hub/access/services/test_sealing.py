from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from hub.access.audit.verifying import Found, faults
from hub.access.models import AuditRecord, AuditSegment
from hub.access.models.audit import AuditRecordQuerySet
from hub.access.services import seal_audit
from tests.factories.audit import seal_all, some_records

pytestmark = pytest.mark.django_db


def test_records_are_sealed_in_batches_each_on_top_of_the_last() -> None:
    some_records(5)
    assert seal_all(batch=2) == 5
    first, second, third = AuditSegment.objects.all()
    assert [s.count for s in (first, second, third)] == [2, 2, 1]
    assert second.previous_hash == first.closing_hash
    assert third.previous_hash == second.closing_hash


def test_sealing_twice_changes_nothing() -> None:
    some_records(3)
    assert (seal_all(), seal_all()) == (3, 0)
    assert AuditSegment.objects.count() == 1


def test_fresh_records_wait_for_others() -> None:
    some_records(3)
    assert seal_audit() == 0


def test_old_records_wait_no_longer() -> None:
    some_records(3, days_ago=1)
    assert seal_audit() == 3


def test_a_full_batch_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub.access.services.sealing.BATCH", 3)
    some_records(3)
    assert seal_audit() == 3


def test_a_record_that_comes_late_with_a_lower_id_is_in_the_next_segment() -> None:
    low = some_records(2)[0]
    AuditRecord.objects.filter(pk=low.pk)._raw_delete("default")
    seal_all()
    AuditRecord.objects.bulk_create([low])
    assert seal_all() == 1
    assert list(AuditRecord.objects.order_by("pk").values_list("segment_id", flat=True)) == [2, 1]
    assert list(faults(Found())) == []


def test_a_run_that_is_killed_leaves_nothing_and_the_next_one_seals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some_records(3)
    with monkeypatch.context() as patch:
        patch.setattr(AuditRecordQuerySet, "put_into", interrupted)
        with pytest.raises(KeyboardInterrupt):
            seal_all()
    assert not AuditSegment.objects.exists()
    assert seal_all() == 3


def interrupted(*_args: object) -> None:
    raise KeyboardInterrupt


def test_rows_that_another_run_took_meanwhile_are_left_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some_records(3)
    monkeypatch.setattr(AuditRecordQuerySet, "put_into", lambda *_: 2)
    assert seal_all() == 0
    assert not AuditSegment.objects.exists()


def test_scheduled_work_seals_and_says_the_closing_hash(capsys: pytest.CaptureFixture) -> None:
    some_records(3, days_ago=1)
    call_command("hub_tick")
    closing = AuditSegment.objects.get().closing_hash
    assert f"access.seal_audit: 3 records sealed, segment 1 closes with {closing}" in (
        capsys.readouterr().out
    )


def test_a_segment_says_what_it_holds() -> None:
    first, *_, last = some_records(3)
    seal_all()
    segment = AuditSegment.objects.get()
    assert (segment.first_id, segment.last_id, segment.last_at) == (first.pk, last.pk, last.at)
    assert segment.sealed_at - timezone.now() < timedelta(minutes=11)
