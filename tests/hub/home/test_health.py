"""What machines ask: alive, and able to work."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_process_says_that_it_is_alive(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_ready_when_the_database_answers_and_every_migration_is_in(client: Client) -> None:
    assert client.get("/readyz").json() == {"status": "ready"}


def test_not_ready_while_a_migration_waits(client: Client) -> None:
    MigrationRecorder(connection).migration_qs.filter(app="home").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["reason"] == "migrations"


def test_not_ready_as_soon_as_the_database_is_away(client: Client) -> None:
    def away(*_args: object) -> None:
        raise OperationalError("gone")

    assert client.get("/readyz").status_code == 200
    with connection.execute_wrapper(away):
        response = client.get("/readyz")
    assert (response.status_code, response.json()["reason"]) == (503, "database")


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_no_cache_keeps_the_answer(client: Client, path: str) -> None:
    assert "no-cache" in client.get(path)["Cache-Control"]
