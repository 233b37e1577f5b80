"""What a provision needs and what follows, in names and values. Lists of many are drawn from it."""

from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.legislation.models import ProvisionPage, ProvisionVersion

Facts = list[tuple[str, str]]


def needs(page: ProvisionPage, version: ProvisionVersion) -> Facts:
    """What to know before relying on it; what nobody wrote is left out."""
    facts = (
        (_("Who may use it"), page.used_by_text),
        (_("The test"), version.test),
        (_("Maximum penalty or duration"), version.penalty),
        (_("Status"), version.in_force_text),
        (_("How sure we are"), sureness(version)),
    )
    return [(name, value) for name, value in facts if value]


def beside(page: ProvisionPage, version: ProvisionVersion) -> Facts:
    """The same parts for each of several, so that they stand on a level."""
    facts = (
        (_("Who may use it"), page.used_by_text),
        (_("The test"), version.test),
        (_("How it is used"), version.how),
        (_("Maximum penalty or duration"), version.penalty),
        (_("Where it is law"), version.extent),
        (_("Status"), version.in_force_text),
        (_("How sure we are"), sureness(version)),
    )
    return [(name, value or _("Nothing stated")) for name, value in facts]


def sureness(version: ProvisionVersion) -> str:
    if not version.checked:
        said = _("Not yet checked against the official text")
    elif version.as_at:
        said = _("Checked against the official text on %(date)s") % {
            "date": long_date(version.as_at)
        }
    else:
        said = _("Checked against the official text")
    return f"{said}: {version.checked_note}" if version.checked_note else said
