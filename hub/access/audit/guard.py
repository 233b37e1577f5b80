"""Triggers by which the database itself refuses to change the audit record.

Allowed are: adding; naming the segment of a row that has none; emptying a segment and marking it as
purged; deleting the rows of one that is so marked. Whoever may drop triggers may still do
anything, which is what the chain of hashes is for. Not in a migration: on SQLite a later change of
a column remakes the table and drops its triggers without a word. A migration that must change rows
runs before they are back only on SQLite, so it calls `drop_guard` itself.
"""

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from hub.access.models import AuditRecord, AuditSegment

MESSAGE = "the audit record is only ever added to"
RECORDS, SEGMENTS = AuditRecord._meta.db_table, AuditSegment._meta.db_table
# What may change in a row that is otherwise kept.
CHANGING = {RECORDS: {"segment_id"}, SEGMENTS: {"purged_at", "contents"}}


def same(table: str, operator: str) -> str:
    """That all other columns stay as they are; null equals null to the operator."""
    model = AuditRecord if table == RECORDS else AuditSegment
    kept = [f.column for f in model._meta.concrete_fields if f.column not in CHANGING[table]]
    return " AND ".join(f"OLD.{column} {operator} NEW.{column}" for column in kept)


def allowed(operator: str) -> dict[tuple[str, str], str]:
    """What each table lets pass, by event."""
    return {
        (RECORDS, "UPDATE"): "OLD.segment_id IS NULL AND NEW.segment_id IS NOT NULL AND "
        + same(RECORDS, operator),
        (RECORDS, "DELETE"): f"EXISTS (SELECT 1 FROM {SEGMENTS} "  # noqa: S608 - our own tables
        "WHERE number = OLD.segment_id AND purged_at IS NOT NULL)",
        (SEGMENTS, "UPDATE"): "OLD.purged_at IS NULL AND NEW.purged_at IS NOT NULL AND "
        "NEW.contents = '' AND " + same(SEGMENTS, operator),
        (SEGMENTS, "DELETE"): "1 = 0",
    }


def name_of(table: str, event: str) -> str:
    return f"{table}_{event.lower()}_guard"


def sqlite_statements() -> list[str]:
    return [
        f"CREATE TRIGGER {name_of(table, event)} BEFORE {event} ON {table} "
        f"WHEN NOT ({condition}) BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        for (table, event), condition in allowed("IS").items()
    ]


def postgresql_statements() -> list[str]:
    made = []
    for (table, event), condition in allowed("IS NOT DISTINCT FROM").items():
        name = name_of(table, event)
        answer = "NEW" if event == "UPDATE" else "OLD"
        made += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF NOT ({condition}) THEN RAISE EXCEPTION '{MESSAGE}'; END IF; RETURN {answer}; "
            "END $$",
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    return made


def drop_guard(using: str = DEFAULT_DB_ALIAS) -> None:
    connection = connections[using]
    on_table = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table, event in allowed("IS"):
            place = f" ON {table}" if on_table else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name_of(table, event)}{place}")


def make_guard(using: str = DEFAULT_DB_ALIAS) -> None:
    """Makes the triggers anew: eight short statements, twelve on PostgreSQL."""
    connection = connections[using]
    drop_guard(using)
    statements = {"sqlite": sqlite_statements, "postgresql": postgresql_statements}
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]():
            cursor.execute(statement)


def seed_guard() -> None:
    """Off in tests, whose flush after each would be refused on SQLite."""
    if settings.AUDIT_GUARD:
        make_guard()
