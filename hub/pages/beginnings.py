"""What a page starts with, so that its author need not ask."""

import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.core.dates import add_months
from hub.pages.enums import Significance
from hub.taxonomy.models import Nation

if TYPE_CHECKING:
    from hub.pages.models.kept import KeptPage

USUAL_NATIONS = ("england", "wales")


def first_values(model: "type[KeptPage]", author: AbstractBaseUser | None) -> dict[str, Any]:
    """For the form of a new page: kept by its author, reviewed today, for the usual nations.

    The kind says when it is due again.
    """
    today = timezone.localdate()
    return {
        "page_owner": author.pk if author else None,
        "owner_role": model.usual_role,
        "reviewed_on": today,
        "review_on": add_months(today, model.months_until_review),
        "nations": list(Nation.objects.filter(slug__in=USUAL_NATIONS)),
    }


def first_note(day: datetime.date | None) -> list[tuple[str, dict[str, Any]]]:
    """The change note of a page that has just been published for the first time."""
    note = {"date": day, "text": _("First published."), "significance": Significance.MINOR}
    return [("note", note)]
