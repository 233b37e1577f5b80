from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState

from hub.access.pages import may_read_page
from hub.access.readers import reader_for
from hub.access.two_people import needs_two_people, wrote
from hub.approval.forms import CommentForm, ReasonForm
from hub.approval.models.state import ApprovalState
from hub.users.models import User

APPROVE, REJECT = "approve", "reject"


class ApprovalStep(AbstractGroupApprovalTask):
    """A step on the way to readers: the roles that decide, who stands in for them, and by when.

    Roles stand as their groups, never people: whoever leaves takes nothing along.
    """

    deputies = models.ManyToManyField(
        Group,
        verbose_name=_("deputies"),
        related_name="+",
        blank=True,
        help_text=_("They may decide too. They are asked once a page is overdue here."),
    )
    working_days = models.PositiveSmallIntegerField(
        _("working days to decide"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )

    admin_form_fields = (*AbstractGroupApprovalTask.admin_form_fields, "deputies", "working_days")
    admin_form_widgets = {
        **AbstractGroupApprovalTask.admin_form_widgets,
        "deputies": forms.CheckboxSelectMultiple,
    }
    task_state_class = ApprovalState
    publishes = True

    class Meta:
        verbose_name = _("Approval by a role")
        verbose_name_plural = _("Approvals by a role")

    @classmethod
    def get_description(cls) -> Promise:
        return _("A role decides within some working days; other roles stand in for it")

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Waits here, unless another step comes first or whoever approved the last one decides.

        A page that was sent back and changed begins again at the first step.
        """
        first = workflow_state.get_next_task()
        if first is not None and first.pk != self.pk:
            return first.specific.start(workflow_state, user=user)
        if user and self.passes(workflow_state, user):
            return self.passed(workflow_state, user)
        return super().start(workflow_state, user=user)

    def passes(self, workflow_state: WorkflowState, user: User) -> bool:
        """Nobody is asked twice about one version, except where it takes two people."""
        page = workflow_state.content_object
        return (
            self.decides(user)
            and not needs_two_people(page)
            and approved_by(workflow_state, user).filter(revision=page.latest_revision_id).exists()
        )

    def passed(self, workflow_state: WorkflowState, user: User) -> TaskState:
        return ApprovalState.objects.create(
            workflow_state=workflow_state,
            task=self,
            revision=workflow_state.content_object.get_latest_revision(),
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
            finished_by=user,
        )

    def decides(self, user: Any) -> bool:
        """Two queries."""
        groups = set(user.groups.values_list("pk", flat=True))
        wanted = self.groups.values_list("pk").union(self.deputies.values_list("pk"))
        return any(pk in groups for (pk,) in wanted)

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        return self.decides(user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        return not self.decides(user)

    def user_can_lock(self, obj: Page, user: Any) -> bool:
        return self.decides(user)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str | Promise, bool]]:
        if not self.decides(user):
            return []
        actions = [(REJECT, _("Ask for changes"), True)]
        if may_approve(obj, user):
            actions += [(APPROVE, _("Approve"), False), (APPROVE, _("Approve and say why"), True)]
        return actions

    def get_form_for_action(self, action: str) -> type[CommentForm]:
        return ReasonForm if action == REJECT else CommentForm

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Decides about the newest version: those who decide may have mended what was sent.

        Raises PermissionDenied where it isn't this person's to decide, or is decided already.
        Wagtail asked about the page of the address, which may be another one, and about the
        version before the one that whoever decides in the editor saved with it.
        """
        waiting = ApprovalState.objects.select_for_update(of=("self",)).get(pk=task_state.pk)
        page = waiting.page()
        form = self.get_form_for_action(action_name)({"comment": kwargs.get("comment", "")})
        allowed = {name for name, *_rest in self.get_actions(page, user)}
        may_read = may_read_page(page, reader_for(user))
        if not (waiting.is_open and may_read and action_name in allowed and form.is_valid()):
            raise PermissionDenied
        waiting.revision = page.get_latest_revision()
        super().on_action(waiting, user, action_name, comment=form.cleaned_data["comment"])

    def get_task_states_user_can_moderate(
        self, user: Any, **kwargs: Any
    ) -> models.QuerySet[TaskState]:
        """Those that this person is asked about: a deputy once they are overdue."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        groups = set(user.groups.values_list("pk", flat=True))
        if self.groups.filter(pk__in=groups).exists():
            return waiting
        if self.deputies.filter(pk__in=groups).exists():
            return waiting.filter(approvalstate__due_on__lt=timezone.localdate())
        return TaskState.objects.none()


def may_approve(page: Page, user: Any) -> bool:
    """Where it takes two people, nobody approves what they wrote, nor two steps of the way."""
    if not needs_two_people(page):
        return True
    state = page.current_workflow_state
    return not wrote(page, user) and not (state and approved_by(state, user).exists())


def approved_by(state: WorkflowState, user: Any) -> models.QuerySet[TaskState]:
    return state.task_states.filter(status=TaskState.STATUS_APPROVED, finished_by=user)
