import pytest
from django.core.management import call_command
from django.db import connection

from hub.core.statistics import refresh_statistics
from hub.taxonomy.models import Theme

pytestmark = pytest.mark.django_db


@pytest.mark.sqlite_only
def test_after_a_migrate_the_database_knows_how_long_its_tables_are() -> None:
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'taxonomy_theme'")
        counted = {int(row[0].split()[0]) for row in cursor.fetchall()}
    assert counted == {Theme.objects.count()}


@pytest.mark.postgres
def test_postgresql_knows_at_once_how_many_rows_came() -> None:
    Theme.objects.bulk_create(Theme(name=f"Theme {n}", slug=f"theme-{n}") for n in range(50))
    refresh_statistics()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'taxonomy_theme'")
        assert cursor.fetchone() == (Theme.objects.count(),)
