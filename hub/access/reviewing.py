"""Pages that authors send for approval: who approves them, and who is told."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import (
    GroupApprovalTask,
    Page,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.signals import task_submitted

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.access.pages import may_read_page
from hub.access.readers import reader_for

APPROVERS = (Role.REVIEWER, Role.ADMINISTRATOR)
# Wagtail makes one, for a group that the hub doesn't have: nobody could approve anything.
WAGTAIL_NAME = "Moderators approval"
TASK = "Approval by a reviewer"
# Authors read it on the button: "Submit to Reviewers".
WORKFLOW = "Reviewers"


def seed_workflow() -> None:
    """Whoever may publish approves what is sent. Nothing is touched once a group approves."""
    if GroupApprovalTask.objects.exclude(groups=None).exists():
        return
    task, _ = GroupApprovalTask.objects.update_or_create(name=WAGTAIL_NAME, defaults={"name": TASK})
    task.groups.set(group_for_role(role, str(role.label)) for role in APPROVERS)
    workflow, _ = Workflow.objects.update_or_create(name=WAGTAIL_NAME, defaults={"name": WORKFLOW})
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    root = Page.objects.get(depth=1)
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})


class ReadersOnly(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Mails that a page waits go to those who may read it: the mail names it."""

    def get_valid_recipients(self, instance: TaskState, **kwargs: Any) -> set[Any]:
        page = instance.workflow_state.content_object
        people: set[Any] | QuerySet = super().get_valid_recipients(instance, **kwargs)
        return {person for person in people if may_read_page(page, reader_for(person))}


notifier = ReadersOnly()


def connect() -> None:
    """In the place of Wagtail's own, which finds its name taken: our apps are ready first."""
    task_submitted.connect(
        notifier, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
    )
