"""Mails about pages on their way to readers: each goes to those who may read the page."""

from typing import Any

from django.urls import reverse
from wagtail.admin.mail import (
    EmailNotificationMixin,
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)
from wagtail.users.models import UserProfile

from hub.access.enums import Marking
from hub.access.pages import marking_of_page
from hub.access.readers import reader_for
from hub.approval.line import Line, works_on
from hub.approval.models import ApprovalState
from hub.approval.telling import tell_of_cancelling
from hub.pages.keepers import Keepers
from hub.pages.models.kept import KeptPage
from hub.users.models import User

DECISION = "cms_approval"


def templates(name: str) -> dict[str, str]:
    text = f"email/{name}.txt"
    return {"subject": f"email/{name}_subject.txt", "text": text, "html": text}


class ReadersOnly(EmailNotificationMixin):
    """A mail about a page that is OFFICIAL-SENSITIVE says only that something waits in the CMS."""

    about: str | None = None

    def get_valid_recipients(self, instance: TaskState | WorkflowState, **kwargs: Any) -> set[Any]:
        people: set[Any] = super().get_valid_recipients(instance, **kwargs)
        return may_be_told(page_of(instance), people)

    def get_template_set(
        self, instance: TaskState | WorkflowState, **kwargs: Any
    ) -> dict[str, str]:
        if marking_of_page(page_of(instance)) == Marking.OFFICIAL_SENSITIVE:
            return templates("waiting_in_cms")
        if self.about:
            return templates(self.about)
        return super().get_template_set(instance, **kwargs)


def may_be_told(page: Page, people: set[Any]) -> set[Any]:
    return {person for person in people if works_on(page, reader_for(person))}


def page_of(instance: TaskState | WorkflowState) -> Page:
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    return state.content_object


class Asked(ReadersOnly, GroupApprovalTaskStateSubmissionEmailNotifier):
    """To those whose turn it is, with the way to the decision; it opens for nobody else."""

    about = "waiting_for_approval"

    def get_recipient_users(self, state: ApprovalState, **kwargs: Any) -> set[User]:
        return {who for who in Line(state, page_of(state)).asked() if who != kwargs.get("user")}

    def get_context(self, state: ApprovalState, **kwargs: Any) -> dict[str, Any]:
        address = reverse(DECISION, args=[state.pk])
        return super().get_context(state, **kwargs) | {"state": state, "address": address}


class Approved(ReadersOnly, WorkflowStateApprovalEmailNotifier):
    pass


class SentBack(ReadersOnly, WorkflowStateRejectionEmailNotifier):
    """Always goes, whatever somebody chose about mails: to who submitted it and who wrote it.

    If none of them is here any more, to whoever keeps the page.
    """

    about = "sent_back"

    def get_valid_recipients(self, instance: WorkflowState, **kwargs: Any) -> set[Any]:
        page = page_of(instance).specific
        theirs = {instance.requested_by, instance.current_task_state.revision.user}
        here = may_be_told(page, {who for who in theirs if who and who.is_active})
        if not here and isinstance(page, KeptPage):
            here = set(Keepers(page).first())
        told = {person for person in here if person.email} - {kwargs.get("user")}
        for person in told:
            UserProfile.get_for_user(person)  # Wagtail takes the language of the mail from it.
        return told


class Submitted(ReadersOnly, WorkflowStateSubmissionEmailNotifier):
    pass


# Signals hold their receivers weakly.
NOTIFIERS = (
    (task_submitted, Asked(), ApprovalState, "approval_state_submitted"),
    (workflow_approved, Approved(), WorkflowState, "workflow_state_approved"),
    (workflow_rejected, SentBack(), WorkflowState, "workflow_state_rejected"),
    (workflow_submitted, Submitted(), WorkflowState, "workflow_state_submitted"),
)


def connect() -> None:
    """In the place of Wagtail's own, which find their names taken: our apps are ready first."""
    for signal, notifier, sender, name in NOTIFIERS:
        signal.connect(notifier, sender=sender, dispatch_uid=f"{name}_email_notification")
    workflow_cancelled.connect(tell_of_cancelling, dispatch_uid="approval_cancelled")
