"""The tables whose writes drop no kept page are read by no page that could be kept."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from hub.cache.changes import UNSHOWN
from tests.factories.pages import guidance, restrict
from tests.walk.closed_world import closed_world
from tests.walk.crawler import walk

pytestmark = pytest.mark.django_db
READ_FROM = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)', re.IGNORECASE)


def test_no_page_of_a_stranger_reads_what_is_said_to_be_unshown() -> None:
    world = closed_world()
    restrict(guidance())
    read: set[str] = set()

    def note_tables(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        read.update(READ_FROM.findall(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note_tables):
        pages = list(walk(Client(), ["/", world.open_page.url]))
    assert len(pages) > 10
    assert read & UNSHOWN == set()


def test_a_table_that_is_unshown_exists() -> None:
    tables = set(connection.introspection.table_names())
    assert UNSHOWN - tables == set()
