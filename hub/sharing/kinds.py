"""Examples, for notices; and what reviewers do, in the words of the audit record.

No kind: search, feeds, lists and "used by" know nothing of what isn't published.
"""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions
from hub.access.registry import Card
from hub.notices.series import Series, register_series
from hub.sharing.models import SharedExample
from hub.sharing.services.telling import SERIES

name_actions(
    {
        "sharing.approved": _("Shared practice: approved"),
        "sharing.changes": _("Shared practice: changes asked for"),
        "sharing.declined": _("Shared practice: not taken on"),
        "sharing.viewed": _("Shared practice: opened by a reviewer"),
    }
)
register_series(
    Series(
        name=SERIES,
        readable=lambda reader: SharedExample.objects.readable_by(reader),
        card=lambda example: Card(SERIES, str(example), example.get_absolute_url()),
        effect=_("You get no more mail about this practice example."),
        undo=_("What becomes of it still stands among your notices."),
    )
)
