"""Where the mail leads: what would change, and the decision of those whose it is."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.approval.models import ApprovalState
from hub.guidance.models import GuidancePage
from tests.factories import pages
from tests.factories.approval import cleared, draft, now_at, sensitive_draft, sent, staff
from tests.factories.people import AreaFactory, sign_in
from tests.factories.upkeep import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return sign_in(Client(), staff(Role.REVIEWER), mfa=True)


def address(state: ApprovalState) -> str:
    return reverse("cms_approval", args=[state.pk])


def read(client: Client, state: ApprovalState) -> str:
    return client.get(address(state)).content.decode()


def post(client: Client, state: ApprovalState, decision: str, comment: str = "") -> str:
    seen = state.page().latest_revision_id
    sent_along = {"decision": decision, "comment": comment, "seen": seen}
    return client.post(address(state), sent_along, follow=True).content.decode()


def test_opening_it_decides_nothing(client: Client) -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    read(client, state)
    state.refresh_from_db()
    assert state.is_open


def test_it_leads_a_stranger_to_signing_in() -> None:
    state = sent(draft(title="Fresh words"), staff(Role.AUTHOR))
    answer = Client().get(address(state), follow=True)
    assert answer.redirect_chain[-1][0].startswith("/accounts/login/")
    assert "Fresh words" not in answer.content.decode()


def test_it_shows_what_would_change_in_words(client: Client) -> None:
    page = publish(pages.guidance(summary="Call within a day"))
    page.summary = "Call at once"
    said = read(client, sent(page, staff(Role.AUTHOR)))
    html = BeautifulSoup(said, "html.parser")
    gone, new = (" ".join(mark.text for mark in html.find_all(name)) for name in ("del", "ins"))
    assert ("within" in gone, "once" in new) == (True, True)


def test_a_reviewer_approves_and_it_is_published(client: Client) -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    assert "Approved and published" in post(client, state, "approve")
    assert state.page().live


def test_what_names_a_later_day_goes_live_then(client: Client) -> None:
    page = draft(go_live_at=timezone.now() + timedelta(days=1))
    state = sent(page, staff(Role.AUTHOR))
    assert "on the day that is set" in post(client, state, "approve")
    assert not state.page().live
    past = timezone.now() - timedelta(minutes=1)
    planned = page.revisions.get(approved_go_live_at__isnull=False)
    planned.content["go_live_at"] = planned.approved_go_live_at = past
    planned.save()
    call_command("publish_scheduled")
    assert state.page().live


def test_asking_for_changes_takes_a_reason(client: Client) -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    assert "Say what should change" in post(client, state, "reject")
    state.refresh_from_db()
    assert state.is_open


def test_it_sends_the_page_back(client: Client) -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    post(client, state, "reject", "Name the source")
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Name the source")


def test_a_reason_that_points_at_a_person_is_refused_and_kept(client: Client) -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    said = post(client, state, "reject", "Ask 07700 900123")
    assert "could point to a real person" in said
    assert "Ask 07700 900123" in said


def test_whoever_comes_second_is_told_with_their_words_kept(client: Client) -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    post(client, state, "reject", "Shorter")
    said = post(client, state, "reject", "Name the source")
    assert "somebody has decided it" in said
    assert "Name the source" in said


def test_what_changed_meanwhile_is_read_again_first(client: Client) -> None:
    page = draft()
    state = sent(page, staff(Role.AUTHOR))
    seen = page.latest_revision_id
    page.save_revision(user=staff(Role.REVIEWER))
    sent_along = {"decision": "approve", "comment": "Well said", "seen": seen}
    said = client.post(address(state), sent_along).content.decode()
    assert "changed while you read it" in said
    assert "Well said" in said
    assert not state.page().live


def test_what_was_typed_is_there_again_after_signing_in_anew() -> None:
    reviewer = staff(Role.REVIEWER)
    client, state = sign_in(Client(), reviewer, mfa=True), sent(draft(), staff(Role.AUTHOR))
    writer = client.get(address(state)).context["writer"]
    client.logout()
    typed = {"decision": "reject", "comment": "Name the source", "writer": writer}
    assert client.post(address(state), typed).url.startswith("/accounts/login/")
    assert "Name the source" in read(sign_in(client, reviewer, mfa=True), state)


def test_an_author_reads_it_and_finds_no_button() -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    client = sign_in(Client(), staff(Role.AUTHOR), mfa=True)
    assert 'name="decision"' not in read(client, state)
    assert "isn’t for you to decide" in post(client, state, "approve")
    assert not state.page().live


def test_whoever_wrote_what_is_sensitive_can_ask_for_changes_only() -> None:
    reviewer = cleared(Role.REVIEWER)
    state = sent(sensitive_draft(), reviewer)
    client = sign_in(Client(), reviewer, mfa=True)
    said = read(client, state)
    assert 'value="reject"' in said
    assert 'value="approve"' not in said
    post(client, state, "approve")
    assert now_at(state.page()).task.name == "Review"


def test_a_page_that_is_closed_to_them_isnt_there(client: Client) -> None:
    page = draft()
    state = sent(page, staff(Role.AUTHOR))
    assert client.get(address(state)).status_code == 200
    pages.restrict(page, group_for_area(AreaFactory()))
    assert client.get(address(state)).status_code == 404


def test_nor_is_what_never_was(client: Client) -> None:
    for number in (0, 10**30):
        assert client.get(f"/cms/approvals/{number}/").status_code == 404


def test_a_page_that_was_deleted_leaves_nothing(client: Client) -> None:
    page = draft()
    state = sent(page, staff(Role.AUTHOR))
    GuidancePage.objects.get(pk=page.pk).delete()
    assert client.get(address(state)).status_code == 404
