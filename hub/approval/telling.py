"""What the hub itself tells of approval. It names no page: who reads it later may not read that."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from hub.approval.line import Line, place_on
from hub.approval.models import ApprovalState
from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


def tell_of_cancelling(instance: WorkflowState, user: User | None = None, **_kwargs: Any) -> None:
    """Whoever submitted a page hears that somebody else ended its way, such as by publishing it."""
    asked_by = instance.requested_by
    if asked_by is None or asked_by == user:
        return
    notify(
        people=[asked_by.pk],
        category=Category.TASK,
        text=_("A page that you sent for approval was published or taken back by somebody else"),
        url=reverse("wagtailadmin_pages:edit", args=[instance.object_id]),
    )


def remind() -> str:
    return f"{remind_of_approvals()} reminders"


def remind_of_approvals() -> int:
    """Safe to run at any time; each place in line is asked once. How many went out now."""
    due = ApprovalState.objects.open().filter(due_on__lte=timezone.localdate())
    return sum(remind_of(state.pk) for state in due)


@transaction.atomic
def remind_of(pk: int) -> int:
    state = ApprovalState.objects.select_for_update(of=("self",)).get(pk=pk)
    number = place_on(state.due_on) + 1
    if not state.is_open or state.reminded >= number:
        return 0
    state.reminded = number
    state.save(update_fields=["reminded"])
    notify(
        people=[person.pk for person in Line(state, state.page()).asked()],
        category=Category.TASK,
        text=_("A page has been waiting for approval and was due on %(day)s. Can you decide?")
        % {"day": long_date(state.due_on)},
        url=reverse("cms_approval", args=[state.pk]),
    )
    return 1
