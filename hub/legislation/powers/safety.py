"""What to do for the person before any power is thought of."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.access.registry import Card
from hub.legislation.enums import ProvisionKind
from hub.legislation.models import ProvisionPage
from hub.pages.citations import resting_on

# The kind of pages that say how to refer. They belong to an app above this one.
ROUTES = "referral"

FIRST_STEPS = (
    _("Is anyone in danger now? Call 999. The police can take a child to safety at once."),
    _(
        "Make a referral today: for a child to children’s social care, for an adult who can’t "
        "protect themselves to adult safeguarding."
    ),
    _(
        "Treat the person as a victim until somebody has checked. Hold back any warning, notice, "
        "exclusion or charge until then."
    ),
    _(
        "Tell the police or the council that they may be a victim of slavery or trafficking. In "
        "England and Wales these must report it (section 52), and a referral to the National "
        "Referral Mechanism does that. Children are always referred."
    ),
    _(
        "Write down what you saw and heard, in the person’s own words. In England and Wales a "
        "defence for victims (section 45) can rest on it."
    ),
)


def routes_of(pages: Iterable[ProvisionPage], reader: Reader) -> list[Card]:
    """The ways to refer that rest on the duties among these; a defence sets off none. One query."""
    duties = (page.translation_key for page in pages if page.kind == ProvisionKind.DUTY)
    return resting_on(duties, ROUTES, reader)
