"""The way to readers that a hub starts with. Administrators change it in the CMS."""

from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.approval.models import ApprovalStep

# Wagtail makes both, for a group that the hub doesn't have: nobody could approve anything.
WAGTAIL_NAME = "Moderators approval"
# What an older hub made of Wagtail's task.
OLD_TASK = "Approval by a reviewer"
# Authors read it on the button: "Submit to Reviewers".
WORKFLOW = "Reviewers"
STEPS = (
    ("Review", Role.REVIEWER, Role.ADMINISTRATOR, 5),
    ("Publication", Role.ADMINISTRATOR, Role.REVIEWER, 2),
)


def seed_workflow() -> None:
    """Does nothing once there's a step: what people chose stays."""
    if ApprovalStep.objects.exists():
        return
    found = Workflow.objects.filter(name__in=(WAGTAIL_NAME, WORKFLOW)).first()
    workflow = found or Workflow()
    workflow.name = WORKFLOW
    workflow.save()
    for number, (name, role, deputy, days) in enumerate(STEPS):
        step = ApprovalStep.objects.create(name=name, working_days=days)
        step.groups.set([group_for_role(role, str(role.label))])
        step.deputies.set([group_for_role(deputy, str(deputy.label))])
        WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=number)
    root = Page.objects.get(depth=1)
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    retire_older_tasks()


def retire_older_tasks() -> None:
    """What waits at one of them moves on to the first step."""
    for old in GroupApprovalTask.objects.filter(name__in=(WAGTAIL_NAME, OLD_TASK), active=True):
        old.deactivate()
        WorkflowTask.objects.filter(task=old).delete()
