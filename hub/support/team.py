"""Who is on the front-line team, and what askers call them."""

from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.support.models import SupportRequest
from hub.users.models import User


def team() -> QuerySet[User]:
    held = Membership.objects.held_in_hub(Role.FRONT_LINE)
    return User.objects.filter(is_active=True, pk__in=held.values("person_id"))


def colleagues_for(request: SupportRequest) -> QuerySet[User]:
    """Who may look after a request: everybody on the team but who asked it."""
    return team().exclude(pk=request.asker_id)


def first_name(person: User | None) -> str:
    """What the asker reads of somebody on the team, short enough for one line of a phone."""
    words = person.name.split() if person else []
    return Truncator(words[0]).chars(15) if words else _("a colleague")
