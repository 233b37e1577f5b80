"""What is kept of those who say how things stand in their area."""

from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, declare
from hub.interventions.models import AreaStatement

declare(
    PersonalRecord(
        name="area_statements",
        label=_("What you stated about your area"),
        why=_("So that colleagues know what is in place there, since when, and who said so."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                AreaStatement,
                ("stated_by",),
                ("area", "condition", "presence", "note", "as_of", "stated_at"),
            ),
        ),
        ending=Ending.STAYS,
        because=_("What an area said must stay whole. It stays under “former member”."),
    )
)
