from types import SimpleNamespace
from typing import Any

import pytest

from tests.browser import Watcher

SITE = "http://localhost:8081"


@pytest.fixture
def watcher() -> Watcher:
    return Watcher(SITE)


def answer(status: int, kind: str) -> Any:
    request = SimpleNamespace(resource_type=kind)
    return SimpleNamespace(status=status, url=f"{SITE}/x", request=request)


def said(text: str, kind: str = "error") -> Any:
    return SimpleNamespace(type=kind, text=text)


def test_a_request_to_another_host_is_a_complaint(watcher: Watcher) -> None:
    watcher.on_request(SimpleNamespace(url="https://elsewhere.example/x.js"))
    assert watcher.complaints == ["request to another host: https://elsewhere.example/x.js"]


@pytest.mark.parametrize("url", [f"{SITE}/guidance/", "data:image/png;base64,AA", "about:blank"])
def test_a_request_to_the_site_itself_is_none(watcher: Watcher, url: str) -> None:
    watcher.on_request(SimpleNamespace(url=url))
    assert watcher.complaints == []


@pytest.mark.parametrize(("status", "kind"), [(404, "script"), (500, "document")])
def test_a_broken_resource_or_a_fault_is_a_complaint(
    watcher: Watcher, status: int, kind: str
) -> None:
    watcher.on_response(answer(status, kind))
    assert watcher.complaints == [f"{status} for {SITE}/x"]


def test_a_missing_page_is_the_journeys_own_business(watcher: Watcher) -> None:
    watcher.on_response(answer(404, "document"))
    watcher.on_console(said("Failed to load resource: the server responded with a status of 404"))
    assert watcher.complaints == []


def test_a_policy_breach_is_a_complaint(watcher: Watcher) -> None:
    watcher.on_console(said("Refused to execute inline script because it violates the policy"))
    assert len(watcher.complaints) == 1


def test_a_warning_in_the_console_is_none(watcher: Watcher) -> None:
    watcher.on_console(said("deprecated", kind="warning"))
    assert watcher.complaints == []
