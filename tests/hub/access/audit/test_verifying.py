"""Each way to tamper with the record by plain SQL, and what the check says of it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from hub.access.models import AuditRecord, AuditSegment
from hub.access.services import purge_audit
from tests.factories.audit import seal_all, some_records

pytestmark = pytest.mark.django_db

COLUMNS = "at, person_id, action, subject, reason, segment_id"
DAY_AGO = 1.0


@pytest.fixture
def ids() -> list[int]:
    """Seven records, six of them sealed in three segments; the last one waits."""
    found = [record.pk for record in some_records(6, days_ago=DAY_AGO)]
    seal_all(batch=2)
    return [*found, some_records(1)[0].pk]


def sql(statement: str, *params: object) -> None:
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute(statement, params)


def verify(capsys: pytest.CaptureFixture, *args: str) -> str:
    """What the command says of a record that was tampered with."""
    with pytest.raises(CommandError) as failed:
        call_command("audit_verify", *args)
    assert failed.value.returncode == 1
    return capsys.readouterr().out


def copy_of(pk: int, new: int, segment: str, at: str = "at") -> None:
    values = f"SELECT %s, {at}, person_id, action, subject, reason, {segment}"
    sql(
        f"INSERT INTO access_auditrecord (id, {COLUMNS}) {values} "
        "FROM access_auditrecord WHERE id = %s",
        new,
        pk,
    )


def test_an_untouched_record_passes(ids: list[int], capsys: pytest.CaptureFixture) -> None:
    call_command("audit_verify")
    said = capsys.readouterr().out
    assert "7 records and 3 segments checked" in said
    assert AuditSegment.objects.get(pk=3).closing_hash in said


@pytest.mark.parametrize(
    "change",
    [
        "person_id = 8",
        "person_id = NULL",
        "action = 'page.read'",
        "subject = 'page 99'",
        "reason = 'x'",
        "at = '2026-01-01 10:00:00+00:00'",
    ],
)
def test_a_changed_record_is_named(
    ids: list[int], change: str, capsys: pytest.CaptureFixture
) -> None:
    sql(f"UPDATE access_auditrecord SET {change} WHERE id = %s", ids[2])  # noqa: S608
    assert f"record {ids[2]}: changed after it was sealed" in verify(capsys)


def test_a_missing_record_is_named(ids: list[int], capsys: pytest.CaptureFixture) -> None:
    sql("DELETE FROM access_auditrecord WHERE id = %s", ids[3])
    assert f"record {ids[3]}: missing" in verify(capsys)


def test_a_record_added_to_a_segment_is_named(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    copy_of(ids[2], 900, "segment_id")
    assert "record 900: added" in verify(capsys)


def test_a_record_added_with_an_old_date_is_named(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    copy_of(ids[6], 900, "NULL", at="'2026-01-01 10:00:00+00:00'")
    assert "record 900: added later than it says" in verify(capsys)


def test_it_is_still_named_once_it_is_sealed(ids: list[int], capsys: pytest.CaptureFixture) -> None:
    copy_of(ids[6], 900, "NULL", at="'2026-01-01 10:00:00+00:00'")
    seal_all()
    assert "record 900: added later than it says" in verify(capsys)


def test_a_changed_record_is_found_though_its_digest_was_changed_too(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    sql("DELETE FROM access_auditrecord WHERE id = %s", ids[3])
    sql(
        "UPDATE access_auditsegment SET contents = substr(contents, 1, %s) WHERE number = 2",
        len(f"{ids[2]} ") + 16,
    )
    assert "segment 2: its records aren't those that were sealed" in verify(capsys)


@pytest.mark.parametrize(
    "change",
    [
        "first_id = 0",
        "last_id = 99",
        "count = 7",
        "last_at = '2026-01-01 10:00:00+00:00'",
        "sealed_at = '2026-01-01 10:00:00+00:00'",
        "rows_hash = 'x'",
        "closing_hash = 'x'",
    ],
)
def test_a_changed_segment_is_named(
    ids: list[int], change: str, capsys: pytest.CaptureFixture
) -> None:
    sql(f"UPDATE access_auditsegment SET {change} WHERE number = 2")  # noqa: S608
    assert "segment 2: its own row was changed" in verify(capsys)


def test_a_broken_link_is_named(ids: list[int], capsys: pytest.CaptureFixture) -> None:
    sql("UPDATE access_auditsegment SET previous_hash = 'x' WHERE number = 2")
    assert "segment 2: broken link" in verify(capsys)


def test_a_segment_that_was_made_anew_breaks_the_next_link(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    """Whoever changes a record and hashes its segment again, without the ones after."""
    sql("UPDATE access_auditsegment SET closing_hash = %s WHERE number = 2", "f" * 64)
    assert "segment 3: broken link" in verify(capsys)


def test_a_missing_segment_is_named_with_its_records(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    sql("DELETE FROM access_auditsegment WHERE number = 2")
    said = verify(capsys)
    assert "segment 3: segment 2 should stand before it and is missing" in said
    assert f"record {ids[2]}: its segment is missing" in said
    with connection.constraint_checks_disabled():
        AuditRecord.objects.filter(pk__in=ids[2:4])._raw_delete("default")


def test_a_segment_emptied_without_a_record_of_it_is_named(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    sql("UPDATE access_auditsegment SET purged_at = sealed_at, contents = '' WHERE number = 1")
    sql("DELETE FROM access_auditrecord WHERE segment_id = 1")
    assert "segment 1: emptied without a record of it" in verify(capsys)


def test_a_segment_emptied_in_the_middle_is_named(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    sql("UPDATE access_auditsegment SET purged_at = sealed_at, contents = '' WHERE number = 2")
    sql("DELETE FROM access_auditrecord WHERE segment_id = 2")
    assert "segment 2: marked as purged, although an older one is kept" in verify(capsys)


def test_a_record_added_to_an_emptied_segment_is_named(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    purge_audit(before=AuditRecord.objects.get(pk=ids[6]).at)
    copy_of(ids[6], 900, "1")
    assert "record 900: added" in verify(capsys)


def test_an_end_that_was_cut_off_shows_against_a_hash_noted_elsewhere(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    noted = AuditSegment.objects.get(pk=3).closing_hash
    call_command("audit_verify", "--known", noted)
    sql("DELETE FROM access_auditrecord WHERE segment_id = 3")
    sql("DELETE FROM access_auditsegment WHERE number = 3")
    call_command("audit_verify")
    assert "it was cut off or made anew" in verify(capsys, "--known", noted)


def test_a_moment_that_is_no_moment_stops_nothing(
    ids: list[int], capsys: pytest.CaptureFixture
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL stores moments only")
    sql("UPDATE access_auditrecord SET at = 'never' WHERE id = %s", ids[2])
    sql("UPDATE access_auditsegment SET last_at = 'never', contents = 'x' WHERE number = 1")
    said = verify(capsys)
    assert f"record {ids[2]}: changed" in said
    assert "segment 1: its own row was changed" in said
