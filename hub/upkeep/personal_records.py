"""What is kept of those who keep pages right."""

from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, declare
from hub.upkeep.models import Affected, Review

declare(
    PersonalRecord(
        name="page_reviews",
        label=_("Pages that you read again, and what you found"),
        why=_("So that readers can rely on a page, and it can be explained who checked it."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Review, ("person",), ("page_id", "at", "note", "next_on")),
            Held(Affected, ("closed_by",), ("kind", "object_id", "closed_at", "outcome", "note")),
        ),
        ending=Ending.STAYS,
        because=_("A page’s history must stay whole. Nothing says any more that it was you."),
    )
)
