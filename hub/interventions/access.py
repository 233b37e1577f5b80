"""The one way to what an address names. Forbidden equals missing."""

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.interventions.areas import may_read_profile, may_state
from hub.interventions.conditions import Condition
from hub.interventions.models import InterventionPage
from hub.taxonomy.models import Area


def access_profile(slug: str, reader: Reader) -> Area:
    """An area of which the reader may see what is in place. Raises Http404."""
    area = found(Area.objects.filter(slug=slug).first())
    require(may_read_profile(area, reader))
    return area


def access_statement(slug: str, condition: str, reader: Reader) -> tuple[Area, Condition]:
    """An area for which the reader speaks, and a condition of the list. Raises Http404."""
    area = found(Area.objects.filter(slug=slug).first())
    require(may_state(area, reader) and condition in Condition.values)
    return area, Condition(condition)


def access_intervention(slug: str, reader: Reader) -> InterventionPage:
    """One that this reader may read and that isn't withdrawn. Raises Http404."""
    named = InterventionPage.objects.filter(slug=slug, withdrawn_on=None)
    return found(readable_pages(named, reader).order_by("path").first())
