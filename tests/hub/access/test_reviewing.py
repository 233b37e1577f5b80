"""What authors send for approval reaches reviewers, and only those who may read it."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
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
