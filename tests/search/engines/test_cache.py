import pytest
from django.db import connection

from search.engines.database.cache import KILOBYTES


@pytest.mark.django_db
@pytest.mark.sqlite_only
def test_a_connection_keeps_what_searches_read() -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        assert cursor.fetchone() == (-KILOBYTES,)
