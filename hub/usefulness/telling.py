"""Who is told that a page has a problem: whoever keeps it right, once until they have read it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.services import notify
from hub.pages.keepers import Keepers
from hub.pages.models import HubPage

PAGE = "cms_usefulness_page"


def tell_keepers(page: HubPage) -> None:
    """Names no page: the notice may lie there longer than its reader may read the page."""
    url = reverse(PAGE, args=[page.pk])
    keepers = [person.pk for person in Keepers(page).first()]
    unread = Notice.objects.unread().filter(url=url).of_people(keepers)
    told = set(unread.values_list("person_id", flat=True))
    notify(
        people=[pk for pk in keepers if pk not in told],
        category=Category.TASK,
        text=_("Readers say that a page which you keep has a problem"),
        url=url,
    )
