from pathlib import Path

from hub.settings.environment import sqlite


def test_a_connection_to_the_file_outlives_a_request() -> None:
    assert sqlite(Path("hub.sqlite3"))["CONN_MAX_AGE"] >= 60
