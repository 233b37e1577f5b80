import io
import logging
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from hub.home.views import health

pytestmark = pytest.mark.django_db


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the hub writes to standard error, outside debug mode."""
    handler = next(h for h in logging.getLogger().handlers if h.get_name() == "stderr")
    stream = io.StringIO()
    before = handler.setStream(stream)
    yield stream
    handler.setStream(before)


def test_an_error_leaves_its_trace(
    client: Client, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.delete("readyz.migrated")
    monkeypatch.setattr(health, "pending_migrations", None)
    client.raise_request_exception = False
    assert client.get("/readyz").status_code == 500
    assert "Traceback" in written.getvalue()
    assert "/readyz" in written.getvalue()


def test_a_missing_page_leaves_none(client: Client, written: io.StringIO) -> None:
    client.get("/nothing-here/")
    assert written.getvalue() == ""
