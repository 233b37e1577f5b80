"""Closes some of the pages, as a hub in use has them closed."""

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from courses.models import CoursePage
from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.guidance.models import GuidancePage
from hub.legislation.models import ProvisionPage
from tests.benchmarks.sizes import Sizes


def close_some(sizes: Sizes) -> None:
    """Guidance, law and the last course: half for members, half for practitioners."""
    practitioners = group_for_role(Role.PRACTITIONER, str(Role.PRACTITIONER.label))
    guidance = GuidancePage.objects.order_by("path")[: sizes.closed * 2 : 2]
    provisions = ProvisionPage.objects.order_by("path")[: sizes.closed // 2]
    last_course = CoursePage.objects.order_by("-path")[:1]
    for place, page in enumerate([*guidance, *provisions, *last_course]):
        close(page, practitioners if place % 2 else None)


def close(page: Page, group: Group | None) -> None:
    kind = PageViewRestriction.GROUPS if group else PageViewRestriction.LOGIN
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    if group:
        restriction.groups.add(group)
