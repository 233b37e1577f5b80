"""Who is asked to decide: a role first, then its deputies, then the administrators."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page

from hub.access.enums import STAFF_ROLES, Role
from hub.access.pages import may_read_page
from hub.access.readers import Reader, reader_for
from hub.approval.models import ApprovalState, ApprovalStep, may_approve
from hub.core.working_days import working_day_after
from hub.pages.keepers import from_link, in_role
from hub.users.models import User

ROLE, DEPUTIES, ADMINISTRATORS = range(3)
# Working days after the day on which it is due, by the place in line whose turn it is then.
DAYS_LATE = {DEPUTIES: 1, ADMINISTRATORS: 3}


class Crowd:
    """Who decides at each step, and as whom they read. Each is asked of the database once."""

    def __init__(self) -> None:
        self.links: dict[int, list[list[User]]] = {}
        self.readers: dict[int, Reader] = {}

    def of(self, state: ApprovalState) -> list[list[User]]:
        if state.task_id not in self.links:
            step: ApprovalStep = state.task.specific
            named = [list(people_in(groups.all())) for groups in (step.groups, step.deputies)]
            self.links[state.task_id] = [*named, in_role(Role.ADMINISTRATOR)]
        return self.links[state.task_id]

    def reader(self, person: User) -> Reader:
        if person.pk not in self.readers:
            self.readers[person.pk] = reader_for(person)
        return self.readers[person.pk]


class Line:
    """The line of one state. Each link holds who could decide it now; the last, who works on it.

    Administrators stand at its end whether they decide or not: they can give somebody the role.
    """

    def __init__(self, state: ApprovalState, page: Page, crowd: Crowd | None = None) -> None:
        self.state, self.page, self.crowd = state, page, crowd or Crowd()

    @cached_property
    def links(self) -> list[list[User]]:
        everybody = self.crowd.of(self.state)
        *deciding, administrators = [
            [person for person in link if works_on(self.page, self.crowd.reader(person))]
            for link in everybody
        ]
        able = [[person for person in link if may_approve(self.page, person)] for link in deciding]
        return [*able, administrators]

    def asked(self) -> list[User]:
        return from_link(self.links, place_on(self.state.due_on))

    @property
    def is_stuck(self) -> bool:
        return not (self.links[ROLE] or self.links[DEPUTIES])


def place_on(due: datetime.date) -> int:
    """Whose turn it is today."""
    today = timezone.localdate()
    turns = ((place, working_day_after(due, days)) for place, days in DAYS_LATE.items())
    late = [place for place, day in turns if today >= day]
    return max(late, default=ROLE)


def people_in(groups: QuerySet) -> QuerySet[User]:
    return User.objects.filter(is_active=True, groups__in=groups).distinct().order_by("pk")


def works_on(page: Page, reader: Reader) -> bool:
    """Django's groups, from which Wagtail takes the people, outlast a role that ran out."""
    return any(held.role in STAFF_ROLES for held in reader.roles) and may_read_page(page, reader)
