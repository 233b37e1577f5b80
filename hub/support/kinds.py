"""Requests, for notices; and what is done at the desk, in the words of the audit record.

No kind: search, feeds, lists and "used by" know nothing of what people ask in private.
"""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions
from hub.access.registry import Card
from hub.notices.series import Series, register_series
from hub.support.models import SupportRequest
from hub.support.services.telling import SERIES

name_actions(
    {
        "support.assigned": _("Support desk: request given to somebody"),
        "support.closed": _("Support desk: request closed by the team"),
        "support.published": _("Support desk: general part of a request published"),
        "support.viewed": _("Support desk: request opened by the team"),
    }
)
register_series(
    Series(
        name=SERIES,
        readable=lambda reader: SupportRequest.objects.readable_by(reader),
        card=lambda request: Card(SERIES, str(request), request.get_absolute_url()),
        effect=_("You get no more mail about this request to the support desk."),
        undo=_("Answers still wait for you at the support desk."),
    )
)
