"""Who is told that a page has a problem: whoever keeps it right, once until they have read it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.services import notify
from hub.pages.models import HubPage
from hub.users.models import User

PAGE = "cms_usefulness_page"


def keepers_of(page: HubPage) -> list[int]:
    """Owner, else reviewer, else those who write for the whole hub; who may change it alone."""
    for person in (page.page_owner, page.reviewer):
        if person is not None and may_change(person, page):
            return [person.pk]
    writers = Membership.objects.held_in_hub(Role.AUTHOR, Role.REVIEWER)
    people = User.objects.filter(pk__in=writers.values("person_id")).order_by("pk")
    return [person.pk for person in people if may_change(person, page)]


def may_change(person: User, page: HubPage) -> bool:
    return person.is_active and page.permissions_for_user(person).can_edit()


def tell_keepers(page: HubPage) -> None:
    """Names no page: the notice may lie there longer than its reader may read the page."""
    url, keepers = reverse(PAGE, args=[page.pk]), keepers_of(page)
    unread = Notice.objects.unread().filter(url=url).of_people(keepers)
    told = set(unread.values_list("person_id", flat=True))
    notify(
        people=[pk for pk in keepers if pk not in told],
        category=Category.TASK,
        text=_("Readers say that a page which you keep has a problem"),
        url=url,
    )
