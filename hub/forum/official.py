"""Answers that somebody gives in their office."""

from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.taxonomy.models import Area


def office_of(reader: Reader) -> str:
    """As what this reader may answer officially, or nothing.

    The front-line team of the hub, or a dedicated lead with the area that they lead.
    """
    if reader.has_role(Role.FRONT_LINE):
        return _("Front-line team")
    places = {held.area_id for held in reader.roles if held.role is Role.LEAD}
    if not places:
        return ""
    areas = Area.objects.filter(pk__in=places - {None}).order_by("name")
    names = [] if None in places else list(areas.values_list("name", flat=True))
    return ", ".join([_("Dedicated lead"), *names])
