"""Who keeps a page right. There is always somebody: who left is followed by the next in line."""

from django.utils.functional import cached_property

from hub.access.enums import Role
from hub.access.models import Membership
from hub.pages.models.kept import KeptPage
from hub.users.models import User


class Keepers:
    """The line of those who may be asked about a page; each link holds who may change it now.

    The owner, the deputy, the reviewer, everybody with the role that keeps it, the administrators.
    Costs the queries of a permission for each person, and two for each role.
    """

    def __init__(self, page: KeptPage) -> None:
        self.page = page

    @cached_property
    def line(self) -> list[list[User]]:
        named = [self.page.page_owner, self.page.deputy, self.page.reviewer]
        links = [[person] if person else [] for person in named]
        links += [in_role(self.page.owner_role), in_role(Role.ADMINISTRATOR)]
        return [[person for person in link if self.may_change(person)] for link in links]

    def may_change(self, person: User) -> bool:
        return person.is_active and self.page.permissions_for_user(person).can_edit()

    def first(self) -> list[User]:
        """Whoever keeps it now: the first in line who can."""
        return next((link for link in self.line if link), [])

    def from_link(self, number: int) -> list[User]:
        return from_link(self.line, number)


def from_link(line: list[list[User]], number: int) -> list[User]:
    """Whoever is asked at this place in a line, or else behind it, or else before it."""
    behind = next((link for link in line[number:] if link), [])
    return behind or next((link for link in reversed(line[:number]) if link), [])


def in_role(role: str) -> list[User]:
    held = Membership.objects.held_in_hub(Role(role))
    return list(User.objects.filter(pk__in=held.values("person_id")).order_by("pk"))
