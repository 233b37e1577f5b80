"""The way to readers that a hub starts with, and what stays of what people chose."""

import pytest
from wagtail.models import GroupApprovalTask, Task, Workflow, WorkflowTask

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.approval.models import ApprovalStep
from hub.approval.seed import OLD_TASK, WORKFLOW, seed_workflow
from tests.factories.approval import draft, now_at, staff

pytestmark = pytest.mark.django_db


def test_a_page_goes_by_review_and_publication() -> None:
    tasks = WorkflowTask.objects.filter(workflow=draft().get_workflow())
    assert [step.task.name for step in tasks.order_by("sort_order")] == ["Review", "Publication"]


def test_seeding_again_changes_nothing_that_people_chose() -> None:
    step = ApprovalStep.objects.get(name="Review")
    step.groups.set([group_for_role(Role.TRAINER, "Trainer")])
    seed_workflow()
    chosen = ApprovalStep.objects.get(name="Review").groups.all()
    assert [group.name for group in chosen] == ["Trainer"]


def test_the_workflow_comes_back_after_a_flush() -> None:
    Task.objects.all().delete()
    Workflow.objects.all().delete()
    seed_workflow()
    assert draft().get_workflow().name == WORKFLOW


def test_what_waited_at_the_one_step_of_before_waits_for_review() -> None:
    Task.objects.all().delete()
    workflow = Workflow.objects.get(name=WORKFLOW)
    old = GroupApprovalTask.objects.create(name=OLD_TASK)
    WorkflowTask.objects.create(workflow=workflow, task=old)
    page = draft()
    page.save_revision()
    workflow.start(page, staff(Role.AUTHOR))
    seed_workflow()
    assert now_at(page).task.name == "Review"
    assert not WorkflowTask.objects.filter(task=old).exists()
