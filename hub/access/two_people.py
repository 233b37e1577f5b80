"""What is OFFICIAL-SENSITIVE takes two people: nobody brings to readers what they wrote alone."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page, PagePermissionTester

from hub.access.enums import Marking
from hub.access.pages import marking_of_page


def needs_two_people(page: Page) -> bool:
    """Costs as much as the page's rule."""
    return marking_of_page(page) == Marking.OFFICIAL_SENSITIVE


def wrote(page: Page, user: Any) -> bool:
    """Whether some of what readers don't see yet is theirs, or the newest version. One query."""
    unseen = Q(pk__gt=page.live_revision_id or 0)
    return page.revisions.filter(unseen | Q(pk=page.latest_revision_id), user=user).exists()


def alone_message() -> str:
    return _(
        "What is OFFICIAL-SENSITIVE takes two people. Save it as a draft and submit it: somebody "
        "else publishes it."
    )


class TwoPeopleTester(PagePermissionTester):
    """Whoever saves in the editor wrote it, so there nobody publishes what is sensitive.

    It is published by approval. What takes a page away from readers stays with one person.
    """

    def can_publish(self) -> bool:
        return super().can_publish() and not needs_two_people(self.page)

    def can_publish_subpage(self) -> bool:
        return super().can_publish_subpage() and not needs_two_people(self.page)

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()
