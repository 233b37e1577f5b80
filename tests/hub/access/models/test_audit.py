import pytest

from hub.access.models import AuditRecord, AuditSegment
from hub.access.services import record_audit
from tests.factories.audit import seal_all

pytestmark = pytest.mark.django_db

ACTS = [lambda rows: rows.update(action="x"), lambda rows: rows.delete()]


@pytest.fixture
def record() -> AuditRecord:
    return record_audit(action="membership.granted", subject="x" * 300, person_id=None)


def test_a_long_subject_is_cut_to_fit(record: AuditRecord) -> None:
    assert AuditRecord.objects.get().subject == "x" * 200


def test_a_record_cannot_be_changed(record: AuditRecord) -> None:
    with pytest.raises(TypeError):
        record.save()


def test_a_record_cannot_be_deleted(record: AuditRecord) -> None:
    with pytest.raises(TypeError):
        record.delete()


@pytest.mark.parametrize("act", ACTS)
def test_many_records_cannot_be_changed_either(record: AuditRecord, act: object) -> None:
    with pytest.raises(TypeError):
        act(AuditRecord.objects.all())
    assert AuditRecord.objects.get().action == "membership.granted"


@pytest.mark.parametrize("act", ACTS)
def test_segments_cannot_be_changed_either(record: AuditRecord, act: object) -> None:
    seal_all()
    with pytest.raises(TypeError):
        act(AuditSegment.objects.all())


def test_a_record_outlives_its_person(record: AuditRecord) -> None:
    gone = record_audit(action="page.viewed", subject="page 1", person_id=987654321)
    assert AuditRecord.objects.get(pk=gone.pk).person_id == 987654321
