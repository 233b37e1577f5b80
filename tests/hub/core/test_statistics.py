import pytest
from django.db import connection

from hub.core.statistics import refresh_statistics
from hub.taxonomy.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


def test_the_database_knows_how_long_its_tables_are() -> None:
    refresh_statistics()
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'taxonomy_theme'")
        counted = {int(row[0].split()[0]) for row in cursor.fetchall()}
    assert counted == {Theme.objects.count()}
