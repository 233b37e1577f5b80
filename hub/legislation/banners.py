"""What readers must know before they rely on a provision."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.legislation.enums import Status
from hub.pages.banners import Banner

if TYPE_CHECKING:
    from hub.legislation.models.version import ProvisionVersion


def status_banner(version: "ProvisionVersion | None", day: date) -> Banner | None:
    """A caution where the law can't be used as it stands; None where it is in force."""
    if version is None:
        return None
    text = version.in_force_text
    if version.effective_to and version.has_ended_by(day):
        ended = long_date(version.effective_to)
        return Banner("error", _("Ended on %(date)s") % {"date": ended}, text)
    if version.effective_from and not version.has_started_by(day):
        starts = long_date(version.effective_from)
        return Banner("caution", _("In force from %(date)s") % {"date": starts}, text)
    titles = {
        Status.NOT_IN_FORCE: _("Not in force yet"),
        Status.START_UNCLEAR: _("We don't know whether this has started"),
        Status.PILOT_ENDED: _("The pilot has ended"),
        Status.REPEALED: _("Repealed"),
    }
    title = titles.get(Status(version.status))
    tone = "error" if version.status == Status.REPEALED else "caution"
    return Banner(tone, title, text) if title else None
