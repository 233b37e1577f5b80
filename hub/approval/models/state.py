from typing import Any, Self

from django.db import models
from django.utils import timezone
from wagtail.models import Page, TaskState

from hub.core.working_days import working_day_after


class ApprovalStateQuerySet(models.QuerySet):
    def open(self) -> Self:
        """What waits for a decision about a page, due first comes first."""
        waiting = self.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting.order_by("due_on", "pk").select_related(
            "task", "revision__user", "workflow_state__requested_by"
        )


class ApprovalState(TaskState):
    """One version of a page at one step: it waits for a decision, or has it.

    `reminded` is the number of the last reminder that went out.
    """

    due_on = models.DateField(db_index=True)
    reminded = models.PositiveSmallIntegerField(default=0)

    objects = ApprovalStateQuerySet.as_manager()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.due_on is None:
            days = self.task.specific.working_days
            self.due_on = working_day_after(timezone.localdate(), days)
        super().save(*args, **kwargs)

    @property
    def is_open(self) -> bool:
        return self.status == TaskState.STATUS_IN_PROGRESS

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()

    @property
    def page_id(self) -> int:
        return int(self.workflow_state.object_id)

    def page(self) -> Page:
        return Page.objects.get(pk=self.page_id).specific
