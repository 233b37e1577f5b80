"""What search keeps of people: the searches they keep themselves, and what is asked."""

from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, declare
from search.learning.purging import purge_searches
from search.models import ContentRequest, LoggedSearch, SavedSearch

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

declare(
    PersonalRecord(
        name="searches",
        label=_("What was searched for, without who did"),
        why=_("To see what people look for and don’t find, and mend it."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(LoggedSearch),),
        ending=Ending.CHANGED,
        because=_("It holds words and a day, and neither a person nor a session nor an address."),
        kept="searches",
        purge=lambda before: purge_searches(before=before),
    )
)
declare(
    PersonalRecord(
        name="content_requests",
        label=_("Content that you asked for in the CMS"),
        why=_("So that whoever writes it can ask back."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(ContentRequest, ("asked_by",), ("asked_at", "words", "note")),),
        ending=Ending.RELEASED,
        because=_("What is missing is still missing."),
    )
)
