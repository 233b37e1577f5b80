"""Pages on their way to readers, and those who decide about them."""

from datetime import date

from wagtail.models import Page

from hub.access.enums import Role
from hub.access.groups import sync_groups
from hub.approval.models import ApprovalState
from hub.guidance.models import GuidancePage
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import UserFactory, with_role


def staff(role: Role, *others: Role) -> User:
    person = UserFactory()
    for held in (role, *others):
        with_role(person, held)
    sync_groups(person)
    return person


def cleared(role: Role) -> User:
    """Somebody who may read what is OFFICIAL-SENSITIVE."""
    return staff(role, Role.PRACTITIONER)


def draft(**fields: object) -> GuidancePage:
    return pages.guidance(live=False, **fields)


def sensitive_draft(**fields: object) -> GuidancePage:
    page = draft(**fields)
    pages.mark_sensitive(page)
    return page


def sent(page: Page, author: User, *, due_on: date | None = None) -> ApprovalState:
    """The page in a version of the author's, at the first step."""
    page.save_revision(user=author)
    state = page.get_workflow().start(page, author).current_task_state.specific
    if due_on:
        ApprovalState.objects.filter(pk=state.pk).update(due_on=due_on)
        state.refresh_from_db()
    return state


def decide(state: ApprovalState, person: User, action: str, comment: str = "") -> None:
    state.task.specific.on_action(state, person, action, comment=comment)


def now_at(page: Page) -> ApprovalState | None:
    """Where the page waits now."""
    page = type(page).objects.get(pk=page.pk)
    return page.current_workflow_task_state
