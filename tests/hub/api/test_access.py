"""The API answers what the page answers, to the same reader: forbidden equals missing."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import PageViewRestriction

from hub.access.models import AuditRecord
from hub.pages.models import HubPage
from tests.factories import forum, pages
from tests.factories.people import UserFactory, in_group, practitioner_client, sign_in
from tests.hub.api.asking import address_of, listed, titles

pytestmark = pytest.mark.django_db
NOTHING = "/api/v1/items/guidance/999999/"


@pytest.fixture
def closed() -> HubPage:
    page = pages.guidance(title="Operation nightjar", body=[("paragraph", "<p>At dawn.</p>")])
    pages.restrict(page, Group.objects.create(name="Red"))
    return page


@pytest.fixture
def insider() -> Client:
    return sign_in(Client(), in_group(UserFactory(), "Red"))


def test_what_is_closed_is_missing_like_what_isn_t_there(client: Client, closed: HubPage) -> None:
    forbidden, missing = client.get(address_of(closed)), client.get(NOTHING)
    assert forbidden.status_code == missing.status_code == 404
    assert forbidden.content == missing.content
    assert forbidden["Content-Type"].startswith("application/json")


def test_what_is_closed_is_in_no_list_and_no_count(client: Client, closed: HubPage) -> None:
    assert listed(client, kind="guidance")["total"] == 0
    assert titles(sign_in(client, UserFactory()), kind="guidance") == []


def test_those_whom_it_is_for_read_it(closed: HubPage, insider: Client) -> None:
    assert titles(insider, kind="guidance") == ["Operation nightjar"]
    assert insider.get(address_of(closed)).json()["sections"][0]["text"] == "At dawn."


def test_who_read_what_is_closed_is_recorded(closed: HubPage, insider: Client) -> None:
    insider.get(address_of(closed))
    record = AuditRecord.objects.get(action="api.read")
    assert record.subject == f"guidance {closed.pk}"


def test_a_row_that_is_behind_the_content_tells_nothing(client: Client) -> None:
    page = pages.guidance(title="Operation nightjar")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
    )
    found = listed(client, kind="guidance")
    assert (found["total"], found["items"]) == (0, [])


def test_a_closed_page_is_not_named_by_what_it_rests_on(client: Client, closed: HubPage) -> None:
    law = pages.provision()
    closed.links = [("link", {"page": law, "note": "Why the raid"})]
    closed.save()
    open_page = pages.guidance(links=[closed])
    assert client.get(address_of(law)).json()["used_by"] == []
    assert client.get(address_of(open_page)).json()["rests_on"] == []


def test_sensitive_text_is_for_those_alone_who_are_signed_in_fully() -> None:
    page = pages.guidance(title="Marked", body=[("paragraph", "<p>At dawn.</p>")])
    pages.mark_sensitive(page)
    assert practitioner_client(mfa=False).get(address_of(page)).status_code == 404
    found = practitioner_client().get(address_of(page))
    assert found.json()["marking"] == "official-sensitive"
    assert "no-store" in found["Cache-Control"]


def test_drafts_and_expired_pages_are_missing(client: Client) -> None:
    draft = pages.guidance(live=False)
    expired = pages.guidance(expire_at=timezone.now() - timedelta(days=1), live=False)
    assert client.get(address_of(draft)).status_code == 404
    assert client.get(address_of(expired)).status_code == 404


def test_a_thread_of_a_closed_space_and_a_hidden_one_are_missing(client: Client) -> None:
    closed = forum.question(space=forum.members_space())
    hidden = forum.question()
    type(hidden).objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())
    for thread in (closed, hidden):
        assert client.get(f"/api/v1/items/thread/{thread.pk}/").status_code == 404


def test_strangers_get_no_cookie_and_a_minute_in_any_cache(client: Client) -> None:
    for address in ("/api/v1/", "/api/v1/items/", address_of(pages.guidance())):
        answer = client.get(address)
        assert answer["Cache-Control"] == "public, max-age=60"
        assert "Cookie" in answer["Vary"]
        assert not answer.cookies


def test_no_cache_keeps_what_somebody_signed_in_reads(client: Client) -> None:
    sign_in(client, UserFactory())
    control = client.get("/api/v1/items/")["Cache-Control"]
    assert "no-store" in control
    assert "public" not in control


def test_no_cache_keeps_a_fault(client: Client) -> None:
    assert client.get(NOTHING)["Cache-Control"] == "no-store"


def test_what_is_unchanged_is_not_sent_again(client: Client) -> None:
    page = pages.guidance(title="Cuckooing")
    tag = client.get(address_of(page))["ETag"]
    assert client.get(address_of(page), headers={"If-None-Match": tag}).status_code == 304
    page.title = "Taken-over homes"
    page.save()
    assert client.get(address_of(page), headers={"If-None-Match": tag}).status_code == 200


def test_a_tag_opens_nothing_that_was_closed_since(client: Client) -> None:
    page = pages.guidance()
    tag = client.get(address_of(page))["ETag"]
    pages.restrict(page, Group.objects.create(name="Red"))
    assert client.get(address_of(page), headers={"If-None-Match": tag}).status_code == 404


@pytest.mark.parametrize(
    "rest",
    ["nowhere/", "items/guidance/x/", "items/gui.dance/1/", "items/guidance/1/more/", "%0A/", "//"],
)
def test_any_other_address_is_missing_in_the_same_words(client: Client, rest: str) -> None:
    answer = client.get(f"/api/v1/{rest}")
    assert answer.status_code == 404
    assert answer.content == client.get(NOTHING).content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_but_reading_is_answered(client: Client, method: str) -> None:
    for address in ("/api/v1/", "/api/v1/items/", address_of(pages.guidance())):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["", "items/", "items/guidance/1/", "openapi.json", "nowhere/"])
def test_above_the_limit_a_program_is_told_when_to_come_back(client: Client, address: str) -> None:
    cache.clear()
    with override_settings(HUB_RATE_LIMITS={"api": "1/m/user"}):
        client.head("/api/v1/items/")
        answer = client.get(f"/api/v1/{address}")
    cache.clear()
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert answer.json()["parameters"] == []


def test_a_number_too_large_for_any_row_is_missing_too(client: Client) -> None:
    answer = client.get(f"/api/v1/items/guidance/{2**63}/")
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/json")
