"""The CMS's form of a provision."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _now

from hub.legislation.enums import ProvisionKind
from hub.legislation.powers.enums import Intrusion
from hub.pages.forms import HubPageForm

PROTECTING = frozenset({ProvisionKind.DUTY, ProvisionKind.DEFENCE})


class ProvisionForm(HubPageForm):
    """Refuses to publish a provision in the finder that nobody would find there, or too soon."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.leads_to_readers and cleaned.get("intrusion"):
            for name, message in finder_faults(cleaned).items():
                if name in self.fields and name not in self.errors:
                    self.add_error(name, message)
        return cleaned


def finder_faults(given: Mapping[str, Any]) -> dict[str, str]:
    """By field, why a provision can't stand in the finder like this."""
    faults = {}
    is_protection = given["intrusion"] == Intrusion.SAFEGUARDING
    if is_protection and given.get("kind") not in PROTECTING:
        faults["intrusion"] = _now("Only a duty or a defence comes before every power.")
    if not given.get("acting") and not given.get("asking"):
        faults["acting"] = _now("Say which agencies act with it, or tell those who do.")
    if not is_protection and not given.get("problems"):
        faults["problems"] = _now("Choose at least one problem, or nobody finds it.")
    if not given.get("concerns"):
        faults["concerns"] = _now("Choose whom it may concern, or nobody finds it.")
    if not given.get("nations"):
        faults["nations"] = _now("The finder needs to know in which nations it is law.")
    return faults
