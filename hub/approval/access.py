"""How the views come by what an address names. Forbidden equals missing."""

from typing import NamedTuple

from wagtail.models import Page

from hub.approval.models import ApprovalState
from hub.core.missing import found, require
from hub.core.numbers import row_id
from hub.users.models import User


class Waiting(NamedTuple):
    state: ApprovalState
    page: Page


def access_state(user: User, state_id: int) -> Waiting:
    """A version of a page at a step, decided or not, for those who may change the page."""
    states = ApprovalState.objects.select_related("task", "revision__user", "finished_by")
    state = found(states.filter(pk=row_id(str(state_id))).first())
    page = found(Page.objects.filter(pk=state.page_id).first()).specific
    require(page.permissions_for_user(user).can_edit())
    return Waiting(state, page)
