"""How many questions a page asks the database once the caches are warm."""

from collections.abc import Sequence

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.users.models import User
from tests.factories.people import sign_in

HOST = {"host": "localhost"}


def most_queries(paths: Sequence[str], person: User | None = None) -> int:
    """The most that any of these pages asks. Raises RuntimeError for a page that doesn't open."""
    client = Client(headers=HOST)
    if person:
        sign_in(client, person)
    return max(queries_of(client, path) for path in paths)


def queries_of(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return len(asked)
