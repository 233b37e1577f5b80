"""What readers must know before they rely on a document."""

from django.utils.translation import gettext as _

from hub.pages.banners import Banner
from hub.policy.enums import PolicyStatus


def status_banner(status: PolicyStatus, superseded_by: str = "") -> Banner | None:
    """None where the document is current. The quiet line says to check the edition."""
    if status == PolicyStatus.SUPERSEDED:
        replaced = _("Replaced by %(document)s.") % {"document": superseded_by}
        text = replaced if superseded_by else _("Use it for background only.")
        return Banner("caution", _("A newer document has replaced this one"), text)
    if status == PolicyStatus.HISTORIC:
        return Banner("caution", _("Kept for its history"), _("Use it for background only."))
    return None
