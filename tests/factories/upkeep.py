"""Pages with versions and changes. Days are given as so many from today."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from hub.access.enums import Role
from hub.pages.enums import Significance
from hub.pages.models import HubPage
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import UserFactory, with_role


def day(days: int) -> Any:
    return timezone.localdate() + timedelta(days=days)


def author(**fields: Any) -> User:
    return with_role(UserFactory(**fields), Role.AUTHOR)


def publisher(**fields: Any) -> User:
    """A reviewer may take pages from their readers, too."""
    return with_role(UserFactory(**fields), Role.REVIEWER)


def publish(page: HubPage, **fields: Any) -> HubPage:
    """A new version with these fields, seen by readers; the page as it is stored afterwards."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def note(text: str, significance: Significance, *, days: int = 0) -> tuple[str, dict[str, Any]]:
    return "note", {"date": day(days), "text": text, "significance": significance}


def change(page: HubPage, text: str = "Police must be told at once", **how: Any) -> HubPage:
    """Publishes a change note, a major one unless told otherwise."""
    significance = how.pop("significance", Significance.MAJOR)
    page.change_notes.append(note(text, significance, **how))
    return publish(page)


def resting_on(page: HubPage, **fields: Any) -> HubPage:
    return pages.guidance(links=[page], **fields)
