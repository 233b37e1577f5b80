"""Pages that authors send for approval: who approves them, and who is told."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.mail import (
    EmailNotificationMixin,
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.models import (
    GroupApprovalTask,
    Page,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from hub.access.enums import STAFF_ROLES, Marking, Role
from hub.access.groups import group_for_role
from hub.access.pages import marking_of_page, may_read_page
from hub.access.readers import Reader, reader_for

APPROVERS = (Role.REVIEWER, Role.ADMINISTRATOR)
# Wagtail makes one, for a group that the hub doesn't have: nobody could approve anything.
WAGTAIL_NAME = "Moderators approval"
TASK = "Approval by a reviewer"
# Authors read it on the button: "Submit to Reviewers".
WORKFLOW = "Reviewers"
WITHOUT_WORDS = {
    "subject": "email/waiting_in_cms_subject.txt",
    "text": "email/waiting_in_cms.txt",
    "html": "email/waiting_in_cms.txt",
}


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


class ReadersOnly(EmailNotificationMixin):
    """Mails about a page go to those who may read it, as they name it.

    A mail about a page that is OFFICIAL-SENSITIVE says only that something waits in the CMS.
    """

    def get_valid_recipients(self, instance: TaskState | WorkflowState, **kwargs: Any) -> set[Any]:
        page = page_of(instance)
        people: set[Any] | QuerySet = super().get_valid_recipients(instance, **kwargs)
        return {person for person in people if works_on(page, reader_for(person))}

    def get_template_set(
        self, instance: TaskState | WorkflowState, **kwargs: Any
    ) -> dict[str, str]:
        if marking_of_page(page_of(instance)) == Marking.OFFICIAL_SENSITIVE:
            return WITHOUT_WORDS
        return super().get_template_set(instance, **kwargs)


def works_on(page: Page, reader: Reader) -> bool:
    """Django's groups, from which Wagtail takes the people, outlast a role that ran out."""
    return any(held.role in STAFF_ROLES for held in reader.roles) and may_read_page(page, reader)


def page_of(instance: TaskState | WorkflowState) -> Page:
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    return state.content_object


class Sent(ReadersOnly, GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


class Approved(ReadersOnly, WorkflowStateApprovalEmailNotifier):
    pass


class Rejected(ReadersOnly, WorkflowStateRejectionEmailNotifier):
    pass


class Submitted(ReadersOnly, WorkflowStateSubmissionEmailNotifier):
    pass


# Signals hold their receivers weakly.
NOTIFIERS = (
    (task_submitted, Sent(), TaskState, "group_approval_task_submitted"),
    (workflow_approved, Approved(), WorkflowState, "workflow_state_approved"),
    (workflow_rejected, Rejected(), WorkflowState, "workflow_state_rejected"),
    (workflow_submitted, Submitted(), WorkflowState, "workflow_state_submitted"),
)


def connect() -> None:
    """In the place of Wagtail's own, which find their names taken: our apps are ready first."""
    for signal, notifier, sender, name in NOTIFIERS:
        signal.connect(notifier, sender=sender, dispatch_uid=f"{name}_email_notification")
