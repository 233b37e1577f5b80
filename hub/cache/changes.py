"""Notices every write to the database, so that no kept page outlives what it shows.

Signals would miss bulk updates, moves in the page tree and raw statements. All of them pass here.
A change is written down in the transaction that makes it: with its commit, and not before, every
process sees another state.
"""

import re
import secrets
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from hub.cache.models import Change

WRITE = re.compile(
    r"(?:\s|/\*.*?\*/|--[^\n]*\n)*"
    r"(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|(?:REPLACE|MERGE)\s+INTO|UPDATE|DELETE\s+FROM|COPY"
    r'|TRUNCATE(?:\s+TABLE)?)\s+"?(\w+)',
    re.IGNORECASE | re.DOTALL,
)
HIDDEN_WRITE = re.compile(r"\s*WITH\b.*\b(?:INSERT|UPDATE|DELETE)\b", re.IGNORECASE | re.DOTALL)
LARGEST_TOKEN = 2**40
MOST_ROWS = 1000

# Written often, and read by no page that a stranger sees: tests/hub/cache holds that. A table that
# isn't named here counts as shown.
UNSHOWN = frozenset(
    {
        "access_auditrecord",
        "access_auditsegment",
        "access_detailscheck",
        "account_emailconfirmation",
        "cache_change",
        "courses_attempt",
        "courses_attemptitem",
        "courses_enrolment",
        "courses_lessonview",
        "django_migrations",
        "django_session",
        "django_tasks_database_dbtaskresult",
        "forum_postnews",
        "legislation_fetched",
        "legislation_publication",
        "mfa_authenticator",
        "notices_feedkey",
        "notices_mail",
        "notices_mute",
        "notices_notice",
        "notices_noticechoices",
        "notices_subscription",
        "search_savedsearch",
        "search_loggedsearch",
        "search_searchcount",
        "usersessions_usersession",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_revision",
        "wagtailsearch_indexentry",
    }
)
LAST_LOGIN = re.compile(r'UPDATE "users_user" SET "last_login" = \S+ WHERE ')

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


def watch_connection(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    if note_writes not in connection.execute_wrappers:
        connection.execute_wrappers.append(note_writes)


def note_writes(execute: Execute, sql: str, params: Any, many: bool, context: dict) -> Any:
    """Runs a statement and notes a write in the same transaction.

    Outside one, the note follows the write by itself; a process killed just between the two leaves
    pages that are wrong for as long as they are kept at most, which is five minutes.
    """
    connection = context["connection"]
    if not changes_pages(sql) or not has_table(connection):
        return execute(sql, params, many, context)
    result = execute(sql, params, many, context)
    note_change(connection)
    return result


def changes_pages(sql: str) -> bool:
    """Whether a statement may change what a page shows."""
    write = WRITE.match(sql)
    if write is None:
        return HIDDEN_WRITE.match(sql) is not None
    return write[1] not in UNSHOWN and not LAST_LOGIN.match(sql)


def has_table(connection: BaseDatabaseWrapper) -> bool:
    """False while the first migrations run. Asks until the table is there, then never again."""
    if not getattr(connection, "has_changes_table", False):
        connection.has_changes_table = (
            Change._meta.db_table in connection.introspection.table_names()
        )
    return connection.has_changes_table


def note_change(connection: BaseDatabaseWrapper) -> None:
    """Adds one row for a transaction. Its mark is gone when the transaction or savepoint is."""
    if not is_noted(connection):
        Change.objects.using(connection.alias).create(token=secrets.randbelow(LARGEST_TOKEN) + 1)
        transaction.on_commit(noted, using=connection.alias)


def is_noted(connection: BaseDatabaseWrapper) -> bool:
    return any(run is noted for _, run, _ in connection.run_on_commit)


def noted() -> None:
    """Stands among what a transaction runs at its end, to say that its change is written down."""


def forget_old_changes() -> str | None:
    """Keeps the newest row only, once there are many. Kept pages are made anew once after that."""
    rows = Change.objects.order_by("-pk")
    if rows.count() <= MOST_ROWS:
        return None
    newest = rows.values_list("pk", flat=True)[0]
    deleted, _ = Change.objects.filter(pk__lt=newest).delete()
    return f"{deleted} changes forgotten"
