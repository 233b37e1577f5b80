"""What authors send for approval reaches reviewers, and only those who may read it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail.users.models import UserProfile

from hub.access.enums import Role
from hub.access.groups import group_for_role
from tests.factories import pages
from tests.factories.approval import decide, draft, now_at, sensitive_draft, sent, staff
from tests.factories.people import sign_in

pytestmark = pytest.mark.django_db


def approve(client: Client, state: TaskState, page: Page) -> None:
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(address)
    page.refresh_from_db()


def test_a_reviewer_approves_what_an_author_sent() -> None:
    page = draft()
    state = sent(page, staff(Role.AUTHOR))
    approve(sign_in(Client(), staff(Role.REVIEWER), mfa=True), state, page)
    assert page.live


def test_another_author_does_not() -> None:
    page = draft()
    state = sent(page, staff(Role.AUTHOR))
    approve(sign_in(Client(), staff(Role.AUTHOR), mfa=True), state, page)
    assert not page.live


def test_a_reviewer_is_told_by_mail() -> None:
    reviewer = staff(Role.REVIEWER)
    sent(draft(title="Fresh words"), staff(Role.AUTHOR))
    assert [message.to for message in mail.outbox] == [[reviewer.email]]
    assert "Fresh words" in mail.outbox[0].subject


def test_nobody_is_told_of_a_page_that_is_closed_to_them() -> None:
    page = draft()
    pages.restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    staff(Role.REVIEWER)
    reader = staff(Role.REVIEWER, Role.PRACTITIONER)
    sent(page, staff(Role.AUTHOR, Role.PRACTITIONER))
    assert [message.to for message in mail.outbox] == [[reader.email]]


def test_nobody_is_told_whose_role_ran_out() -> None:
    former = staff(Role.REVIEWER)
    former.memberships.update(ends_on=timezone.localdate() - timedelta(days=3))
    sent(draft(), staff(Role.AUTHOR))
    assert mail.outbox == []


def test_a_mail_about_a_sensitive_page_says_only_that_something_waits() -> None:
    page = draft(title="Quietly", slug="quietly")
    pages.mark_sensitive(page)
    reader = staff(Role.REVIEWER, Role.PRACTITIONER)
    staff(Role.REVIEWER)
    sent(page, staff(Role.AUTHOR, Role.PRACTITIONER))
    (message,) = mail.outbox
    assert message.to == [reader.email]
    assert "quietly" not in str(message.message()).lower()


def test_nor_does_the_mail_that_asks_for_changes() -> None:
    author = staff(Role.AUTHOR, Role.PRACTITIONER)
    state = sent(sensitive_draft(title="Quietly", slug="quietly"), author)
    mail.outbox.clear()
    decide(state, staff(Role.REVIEWER, Role.PRACTITIONER), "reject", "Quietly said")
    (message,) = mail.outbox
    assert message.to == [author.email]
    assert "quietly" not in str(message.message()).lower()


def test_nor_does_the_mail_that_says_it_is_approved() -> None:
    page, author = sensitive_draft(title="Quietly"), staff(Role.AUTHOR, Role.PRACTITIONER)
    decide(sent(page, author), staff(Role.REVIEWER, Role.PRACTITIONER), "approve")
    mail.outbox.clear()
    decide(now_at(page), staff(Role.ADMINISTRATOR, Role.PRACTITIONER), "approve", "Quietly said")
    (message,) = mail.outbox
    assert message.to == [author.email]
    assert "quietly" not in str(message.message()).lower()


def test_an_author_who_may_no_longer_read_a_page_is_not_told_of_it() -> None:
    page = draft(title="Quietly")
    state = sent(page, staff(Role.AUTHOR))
    mail.outbox.clear()
    pages.restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))
    state.approve(user=staff(Role.REVIEWER, Role.PRACTITIONER))
    assert mail.outbox == []


def test_a_mail_about_comments_quotes_none_of_them() -> None:
    context = {"page": draft(title="Quietly"), "new_comments": [{"text": "Quietly said"}]}
    for name in ("updated_comments_subject.txt", "updated_comments.txt", "updated_comments.html"):
        said = render_to_string(f"wagtailadmin/notifications/{name}", context)
        assert "Quietly" not in said


def test_the_mail_leads_to_the_decision() -> None:
    staff(Role.REVIEWER)
    state = sent(draft(), staff(Role.AUTHOR))
    (message,) = mail.outbox
    assert reverse("cms_approval", args=[state.pk]) in message.body


def test_deputies_are_told_where_nobody_else_could_decide() -> None:
    deputy = staff(Role.ADMINISTRATOR)
    sent(draft(), staff(Role.AUTHOR))
    assert [message.to for message in mail.outbox] == [[deputy.email]]


def test_whoever_is_asked_for_changes_gets_the_reason_whatever_they_chose() -> None:
    author = staff(Role.AUTHOR)
    UserProfile.objects.create(user=author, rejected_notifications=False)
    state = sent(draft(title="Fresh words"), author)
    mail.outbox.clear()
    decide(state, staff(Role.REVIEWER), "reject", "Name the source of the figure")
    (message,) = mail.outbox
    assert message.to == [author.email]
    assert "Name the source of the figure" in message.body


def test_whoever_wrote_the_version_gets_it_as_well() -> None:
    author, helper = staff(Role.AUTHOR), staff(Role.REVIEWER)
    page = draft()
    sent(page, author)
    page.save_revision(user=helper)
    mail.outbox.clear()
    decide(now_at(page), staff(Role.REVIEWER), "reject", "Shorter")
    assert {message.to[0] for message in mail.outbox} == {author.email, helper.email}


def test_where_the_author_left_whoever_keeps_the_page_gets_it() -> None:
    author, keeper = staff(Role.AUTHOR), staff(Role.AUTHOR)
    state = sent(draft(page_owner=keeper), author)
    author.is_active = False
    author.save()
    mail.outbox.clear()
    decide(state, staff(Role.REVIEWER), "reject", "Shorter")
    assert [message.to for message in mail.outbox] == [[keeper.email]]
