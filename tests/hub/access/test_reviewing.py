"""What authors send for approval reaches reviewers, and only those who may read it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow

from hub.access.enums import Role
from hub.access.groups import group_for_role, sync_groups
from hub.access.reviewing import seed_workflow
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def staff(role: Role, *others: Role) -> User:
    person = UserFactory()
    for held in (role, *others):
        with_role(person, held)
    sync_groups(person)
    return person


def sent(page: Page, author: User) -> TaskState:
    page.save_revision(user=author)
    return page.get_workflow().start(page, author).current_task_state


def draft(**fields: object) -> Page:
    return pages.guidance(live=False, **fields)


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


@pytest.mark.parametrize("decided", ["approve", "reject"])
def test_nor_does_the_mail_about_what_was_decided(decided: str) -> None:
    page = draft(title="Quietly", slug="quietly")
    pages.mark_sensitive(page)
    author = staff(Role.AUTHOR, Role.PRACTITIONER)
    state = sent(page, author)
    mail.outbox.clear()
    reader = staff(Role.REVIEWER, Role.PRACTITIONER)
    getattr(state, decided)(user=reader, comment="Quietly said")
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


def test_seeding_again_changes_nothing_that_people_chose() -> None:
    task = GroupApprovalTask.objects.get()
    task.groups.set([group_for_role(Role.TRAINER, "Trainer")])
    seed_workflow()
    assert [group.name for group in GroupApprovalTask.objects.get().groups.all()] == ["Trainer"]


def test_the_workflow_comes_back_after_a_flush() -> None:
    GroupApprovalTask.objects.all().delete()
    Workflow.objects.all().delete()
    seed_workflow()
    assert draft().get_workflow().name == "Reviewers"
