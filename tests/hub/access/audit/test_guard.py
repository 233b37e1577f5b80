"""The database itself refuses what the models refuse."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from hub.access.audit.guard import MESSAGE, drop_guard, make_guard, seed_guard
from hub.access.models import AuditRecord, AuditSegment
from hub.access.services import purge_audit
from tests.factories.audit import seal_all, some_records

pytestmark = pytest.mark.django_db


@pytest.fixture
def guard() -> None:
    """Two sealed records and one that waits, under guard."""
    make_guard()
    some_records(2, days_ago=30)
    seal_all()
    some_records(1)


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("guard")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_auditrecord SET action = 'x'",
        "UPDATE access_auditrecord SET action = 'x' WHERE segment_id IS NULL",
        "UPDATE access_auditrecord SET segment_id = NULL",
        "UPDATE access_auditrecord SET segment_id = 1, reason = 'x' WHERE segment_id IS NULL",
        "DELETE FROM access_auditrecord",
        "DELETE FROM access_auditrecord WHERE segment_id IS NULL",
        "UPDATE access_auditsegment SET closing_hash = 'x'",
        "UPDATE access_auditsegment SET contents = ''",
        "UPDATE access_auditsegment SET purged_at = sealed_at, contents = '', count = 0",
        "DELETE FROM access_auditsegment",
    ],
)
def test_the_database_refuses(statement: str) -> None:
    with pytest.raises(DatabaseError, match=MESSAGE):
        run(statement)
    assert AuditRecord.objects.count() == 3


@pytest.mark.usefixtures("guard")
def test_sealing_and_purging_pass() -> None:
    assert seal_all() == 1
    assert purge_audit(before=timezone.now()) == 3
    assert AuditSegment.objects.purged().count() == 2


@pytest.mark.usefixtures("guard")
def test_making_it_again_is_safe() -> None:
    make_guard()
    with pytest.raises(DatabaseError, match=MESSAGE):
        run("DELETE FROM access_auditrecord")


def test_it_is_made_after_a_migration_where_the_setting_says_so(settings: Settings) -> None:
    some_records(1)
    settings.AUDIT_GUARD = True
    seed_guard()
    with pytest.raises(DatabaseError, match=MESSAGE):
        run("DELETE FROM access_auditrecord")


@pytest.mark.usefixtures("guard")
def test_it_can_be_dropped_for_a_migration() -> None:
    drop_guard()
    run("UPDATE access_auditrecord SET reason = 'x'")
    assert AuditRecord.objects.filter(reason="x").count() == 3
