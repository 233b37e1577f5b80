"""Fixtures and rules that hold for every test."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker
from wagtail.permission_policies.base import BaseDjangoAuthPermissionPolicy

from search.engines.database.filters import slugs_of
from search.engines.elastic.counts import kept_counts
from search.query.words import speller
from tests import template_postgres
from tests.browser import Watcher
from tests.demo_site import fill
from tests.pristine import bring_back, committed
from tests.services import chromium, require_chromium, require_postgres
from tests.template_database import copy, keep, template
from tests.turns import has_its_turn, this_week

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A folder's few long modules start before the many short ones, or one process ends long after the
# others; see --no-loadscope-reorder in the Makefile.
LONGEST_FIRST = ("matrix", "canaries", "payloads", "gates", "walk", "journeys")
ROOT = Path(__file__).parent
BROWSER_FIXTURES = {"browser", "context", "page", "new_context", "playwright"}
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}
DATABASE_MARKS = {"django_db", "postgres"}

hypothesis_settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
hypothesis_settings.register_profile("deep", max_examples=1000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--in-turns",
        type=int,
        default=1,
        metavar="N",
        help="run a module one week in N, and each week what a database could change",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whoever asks for a page drives a browser; the marks follow from the fixtures."""
    for item in items:
        if BROWSER_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
        if asks_for_a_database(item):
            item.add_marker(pytest.mark.database)
    leave_for_another_week(config, items)
    items.sort(key=lambda item: folder_of(item) not in LONGEST_FIRST)


def leave_for_another_week(config: pytest.Config, items: list[pytest.Item]) -> None:
    one_in, week = config.getoption("in_turns"), this_week()
    left = [
        item
        for item in items
        if not is_about_the_database(item)
        and not has_its_turn(item.path.relative_to(ROOT).as_posix(), one_in, week)
    ]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


def is_about_the_database(item: pytest.Item) -> bool:
    """Search asks it in its own words; the others commit, lock, or are for PostgreSQL alone."""
    mark = item.get_closest_marker("django_db")
    commits = "transactional_db" in getattr(item, "fixturenames", ()) or (
        mark is not None and mark.kwargs.get("transaction", False)
    )
    return commits or folder_of(item) == "search" or bool(item.get_closest_marker("postgres"))


def asks_for_a_database(item: pytest.Item) -> bool:
    """By a fixture, a mark, or as part of Django's own test case; the rest would be refused one."""
    of_django = issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    marked = any(map(item.get_closest_marker, DATABASE_MARKS))
    asked = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    return of_django or marked or bool(asked)


def folder_of(item: pytest.Item) -> str:
    """The name of its folder in tests/."""
    return item.path.relative_to(ROOT).parts[0]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Ask for the services before any fixture starts them, and forget another test's words."""
    speller.forget()
    if item.get_closest_marker("browser"):
        require_chromium()
    if item.get_closest_marker("postgres"):
        require_postgres(connection.vendor)
    if item.get_closest_marker("sqlite_only") and connection.vendor != "sqlite":
        pytest.skip("is about SQLite")


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    """Rows that a test's rollback took away must not live on in the cache."""
    cache.clear()
    kept_counts.cache_clear()
    slugs_of.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def present_content_types() -> None:
    """Wagtail keeps those of its permissions for as long as it runs; a flush makes them anew."""
    BaseDjangoAuthPermissionPolicy._content_type = property(
        lambda policy: ContentType.objects.get_for_model(policy.auth_model)
    )


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> bool:
    """Start from the kept template, if there is one that fits; see tests/template_database.py."""
    kept = template(connection.vendor)
    if not kept.exists():
        return False
    if connection.vendor == "sqlite":
        copy(kept, connection.settings_dict["TEST"]["NAME"])
    else:
        with django_db_blocker.unblock():
            template_postgres.start_from(kept)
    return True


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_keepdb: bool,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The migrated database, kept for the next run where it was made anew."""
    kept = template(connection.vendor)
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            if not django_db_keepdb:
                keep(name, kept)
            # A copy of our own: other runs drop the kept one when migrations change.
            pristine = tmp_path_factory.mktemp("pristine") / "migrated.sqlite3"
            copy(name, pristine)
            bring_back(partial(copy, pristine, name))
        else:
            if not django_db_keepdb:
                template_postgres.keep(kept)
            aside = template_postgres.set_aside()
            bring_back(partial(template_postgres.replace, connection, name, like=aside))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The installed Chromium, so that no browser is ever downloaded."""
    return {
        **browser_type_launch_args,
        "executable_path": chromium(),
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


@pytest.fixture(scope="session")
def browser_context_args(
    browser_context_args: dict[str, Any], live_server: LiveServer
) -> dict[str, Any]:
    """A British reader at a desk; `page.goto("/guidance/")` goes to the running site."""
    return {
        **browser_context_args,
        "base_url": live_server.url,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def page(context: BrowserContext, live_server: LiveServer) -> Iterator[Page]:
    """A page whose journey fails on console errors, policy breaches and requests to other hosts."""
    watcher = Watcher(live_server.url)
    watcher.follow(context)
    yield context.new_page()
    assert watcher.complaints == []


@pytest.fixture(scope="session")
def demo_snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this process keeps the loaded demonstration."""
    return tmp_path_factory.mktemp("demo") / "demo.sqlite3"


@pytest.fixture(scope="module")
def demonstration(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, demo_snapshot: Path
) -> Iterator[None]:
    """All demonstration content and people, for a file of tests that roll back what they write."""
    with committed(django_db_blocker):
        fill(demo_snapshot)
        yield


@pytest.fixture
def demo_site(live_server: LiveServer, demo_snapshot: Path) -> LiveServer:
    """The running site with all demonstration content and people in it."""
    fill(demo_snapshot)
    return live_server
