"""The tables whose writes drop no kept page are read by no page that could be kept."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from hub.cache.changes import UNSHOWN
from hub.cache.middleware import is_for_everyone
from tests.walk.closed_world import closed_world
from tests.walk.crawler import walk

pytestmark = pytest.mark.django_db
READ_FROM = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)', re.IGNORECASE)


def tables_read_for(client: Client, address: str) -> set[str]:
    """The tables behind a page that may be kept; none behind one that may not."""
    read: set[str] = set()

    def note_tables(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        read.update(READ_FROM.findall(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note_tables):
        answer = client.get(address)
    return read if is_for_everyone(answer.wsgi_request, answer) else set()


def test_no_page_of_a_stranger_reads_what_is_said_to_be_unshown() -> None:
    stranger = Client()
    addresses = [address for address, _ in walk(stranger, ["/", closed_world().open_page.url])]
    read = set().union(*(tables_read_for(stranger, address) for address in addresses))
    assert {"wagtailcore_page", "forum_thread", "glossary_termpage"} <= read
    assert read & UNSHOWN == set()


def test_a_table_that_is_unshown_exists() -> None:
    tables = set(connection.introspection.table_names())
    assert UNSHOWN - tables == set()
