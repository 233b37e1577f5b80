"""Every template of the poisoned hub in Chromium, once for each role: nothing runs."""

from pathlib import Path

import pytest
from django.template import base
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.gates.screens import STRANGER, Screen
from tests.payloads.opening import Poisoned, complaints, covering, poisoned_copy

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite_only]

QUICK = "practitioner"
ROLES = (
    STRANGER,
    "learner",
    "practitioner",
    "lead",
    "author",
    "reviewer",
    "trainer",
    "moderator",
    "analyst",
    "admin",
)


@pytest.fixture(scope="module")
def kept() -> dict[str, Poisoned]:
    """Poisoned once for all roles: that takes the time."""
    return {}


@pytest.fixture
def poisoned(
    live_server: LiveServer,
    demo_snapshot: Path,
    tmp_path_factory: pytest.TempPathFactory,
    kept: dict[str, Poisoned],
) -> Poisoned:
    if not kept:
        kept["hub"] = poisoned_copy(demo_snapshot, tmp_path_factory.mktemp("poisoned"), ROLES)
    kept["hub"].bring_back()
    return kept["hub"]


@pytest.mark.parametrize(
    "who",
    [who if who == QUICK else pytest.param(who, marks=pytest.mark.deep) for who in ROLES],
)
def test_nothing_runs_on_any_template(
    browser: Browser, live_server: LiveServer, poisoned: Poisoned, who: str
) -> None:
    opened = list(covering(poisoned, who))
    assert len(opened) > 20
    found = complaints(browser, live_server.url, poisoned.cookies[who], opened)
    assert found == [], "\n".join(found)


def test_it_is_seen_where_the_hub_forgets_to_escape(
    browser: Browser,
    live_server: LiveServer,
    poisoned: Poisoned,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(base, "conditional_escape", str)
    forum = [Screen("/forum/", QUICK)]
    assert complaints(browser, live_server.url, poisoned.cookies[QUICK], forum)
