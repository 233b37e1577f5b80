"""The demonstration's requests to the support desk as files."""

from typing import Any

import pytest

from hub.core.copying import copied_words
from hub.core.personal_details.finding import find_details
from tests.hub.demo.written_content import read

REQUESTS: list[dict[str, Any]] = read("support")["requests"]


def texts(request: dict[str, Any]) -> list[str]:
    steps = [step.get("text", "") for step in request.get("steps", [])]
    public = request.get("published", {})
    return [request["title"], request["body"], *steps, public.get("body", "")]


def test_they_are_labelled_fictional() -> None:
    assert "Fictional" in read("support")["label"]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: request["id"])
def test_none_holds_a_detail_of_a_person(request_: dict[str, Any]) -> None:
    assert [text for text in texts(request_) if find_details(text)] == []


def test_what_is_published_is_agreed_to_and_written_anew() -> None:
    published = [request for request in REQUESTS if "published" in request]
    assert len(published) == 1
    for request in published:
        assert request["may_publish"]
        private = [request["title"], request["body"]]
        for name in ("title", "body", "answer"):
            assert copied_words(request["published"][name], private) == ""


def test_every_status_that_a_visitor_should_see_is_there() -> None:
    last = [(request.get("steps") or [{}])[-1] for request in REQUESTS]
    assert [bool(step.get("closes")) for step in last].count(True) == 1
    assert [bool(step.get("asks_back")) for step in last].count(True) == 1
    assert last.count({}) == 1
