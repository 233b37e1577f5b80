"""What search keeps of people: the searches they keep themselves."""

from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, declare
from search.models import SavedSearch

declare(
    PersonalRecord(
        name="saved_searches",
        label=_("Searches that you keep"),
        why=_("To find them again, and to tell you what is new for them."),
        basis=Basis.CONSENT,
        holds=(Held(SavedSearch, ("person",), ("name", "query", "sends_alerts", "created_at")),),
        ending=Ending.DELETED,
    )
)
