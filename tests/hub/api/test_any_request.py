"""Whatever a program asks, the answer is one that the description names, and no fault of the hub.

`make test-deep` asks a thousand times for each of the twenty-five here.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.failures import FailureGroup, ServerError
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from hub.access.registry import kinds
from hub.api import listing
from hub.api.operations import description
from tests.factories import forum, pages
from tests.factories.courses import course_with_quiz
from tests.factories.people import practitioner_client

pytestmark = pytest.mark.django_db


class FromSomewhere(WSGIHandler):
    """The hub as a server calls it, which says from where a request comes."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        return super().__call__({"REMOTE_ADDR": "192.0.2.7", **environ}, start_response)


def read_from(text: dict[str, Any]) -> BaseSchema:
    schema = schemathesis.openapi.from_dict(text)
    schema.app = FromSomewhere()
    return schema


SCHEMA = read_from(description())
BEGINNING = SCHEMA["/api/v1/"]["GET"]
ITEMS = SCHEMA["/api/v1/items/"]["GET"]
ITEM = SCHEMA["/api/v1/items/{kind}/{object_id}/"]["GET"]
KINDS = [kind.name for kind in kinds()]
# What the hub knows, which no chance would hit.
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(KINDS),
    "theme": st.just("mapping"),
    "audience": st.just("police"),
    "nation": st.just("wales"),
    "evidence": st.sampled_from(["strong", "some", "early"]),
    "updated_since": st.dates().map(str),
    "order": st.sampled_from(list(listing.ORDERS)),
    "page": st.integers(1, 3).map(str),
    "limit": st.integers(1, 4).map(str),
}
# The content is made once for all examples: nothing here changes it.
anything = settings(suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def connection_kept() -> Iterator[None]:
    """As Django's own client does: the end of a request would close what the test is in."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def things(settings) -> list[tuple[str, int]]:
    """Some of each kind, with what the hub allows a program in no hurry."""
    settings.HUB_RATE_LIMITS = {"api": ""}
    found = [
        pages.guidance(
            title="<b>Cuckooing</b> & \x7f",
            themes=["mapping"],
            audiences=["police"],
            nations=["wales"],
        ),
        pages.practice(withdrawn_on=timezone.localdate(), withdrawn_because="Old."),
        pages.provision(),
        pages.term(),
        course_with_quiz(),
    ]
    thread = forum.question()
    return [*((page.kind_name, page.pk) for page in found), ("thread", thread.pk)]


@pytest.fixture(params=["stranger", "practitioner"])
def cookies(request) -> dict[str, str]:
    client = practitioner_client() if request.param == "practitioner" else Client()
    return {name: morsel.value for name, morsel in client.cookies.items()}


def checked(case: Case, cookies: dict[str, str]) -> int:
    """The status. A value may fit the description and be one that the hub doesn't know: 422."""
    answer = case.call_and_validate(excluded_checks=[positive_data_acceptance], cookies=cookies)
    return int(answer.status_code)


@anything
@given(case=BEGINNING.as_strategy() | BEGINNING.as_strategy(GenerationMode.NEGATIVE))
def test_the_beginning_is_as_described(things, cookies, case: Case) -> None:
    assert checked(case, cookies) in {200, 422}


@anything
@given(case=ITEMS.as_strategy(), known=st.fixed_dictionaries({}, optional=KNOWN))
def test_a_list_is_as_described(things, cookies, case: Case, known: dict[str, str]) -> None:
    case.query = {**case.query, **known}
    assert checked(case, cookies) in {200, 422}


@anything
@given(known=st.fixed_dictionaries({}, optional={**KNOWN, "kind": st.just("guidance")}))
def test_what_the_hub_knows_is_listed(things, cookies, known: dict[str, str]) -> None:
    assert checked(ITEMS.Case(query=known), cookies) == 200


@anything
@given(case=ITEMS.as_strategy(GenerationMode.NEGATIVE))
def test_what_a_list_can_t_do_with_is_refused(things, cookies, case: Case) -> None:
    assert checked(case, cookies) == 422


@anything
@given(case=ITEM.as_strategy())
def test_any_item_is_missing_or_as_described(things, cookies, case: Case) -> None:
    assert checked(case, cookies) in {200, 404}


@anything
@given(case=BEGINNING.as_strategy(), number=st.integers(0, 5))
def test_an_item_is_as_described(things, cookies, case: Case, number: int) -> None:
    kind, pk = things[number]
    address = {"kind": kind, "object_id": pk}
    assert checked(ITEM.Case(path_parameters=address, headers=case.headers), cookies) == 200


def test_a_breach_of_the_description_is_noticed(things) -> None:
    """These tests can fail: here the description says what isn't so."""
    wrong = deepcopy(description())
    wrong["components"]["schemas"]["Row"]["properties"]["title"]["type"] = "integer"
    case = read_from(wrong)["/api/v1/items/"]["GET"].Case()
    with pytest.raises(FailureGroup):
        checked(case, {})


def test_a_fault_of_the_hub_is_noticed(things, monkeypatch) -> None:
    monkeypatch.setitem(listing.ORDERS, "-updated", ("no_such_column",))
    with pytest.raises(FailureGroup) as failed:
        checked(ITEMS.Case(), {})
    assert any(isinstance(failure, ServerError) for failure in failed.value.exceptions)
