import pytest
from django.db import connection

from hub.settings.environment import KILOBYTES_KEPT


@pytest.mark.django_db
@pytest.mark.sqlite_only
def test_a_connection_keeps_what_searches_read() -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        assert cursor.fetchone() == (-KILOBYTES_KEPT,)
