"""Who moderates: the hub's moderators everywhere that they read, others in the spaces given them.

Finding out who wrote an anonymous post is for the hub's moderators alone.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.access.tokens import SECOND_FACTOR
from hub.core.per_request import once_per_request
from hub.forum.models.space import Space
from hub.forum.permissions import is_moderator

EVERY = ~Q(pk__in=[])


class SpaceModerator(models.Model):
    """Somebody who moderates one space, as long as they may read it."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="moderators")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("moderator of a space")
        verbose_name_plural = _("moderators of spaces")
        constraints = [
            models.UniqueConstraint(
                fields=("space", "person"), name="one_row_for_a_moderator_of_a_space"
            )
        ]

    def __str__(self) -> str:
        return f"Moderator of {self.space}"


def moderates(reader: Reader, space: Space) -> bool:
    """Whether the reader hides, accepts and handles reports in this space.

    A query for who signed in with a second step, once in a request; none for anybody else.
    """
    given = is_moderator(reader) or space.pk in spaces_given(reader)
    return given and reader.may_read(space.rule)


def keeps(reader: Reader, space: Space) -> bool:
    """Whether the reader brings threads into this space and takes them out."""
    administers = reader.has_role(Role.ADMINISTRATOR) and reader.may_read(space.rule)
    return administers or moderates(reader, space)


def moderates_somewhere(reader: Reader) -> bool:
    return is_moderator(reader) or bool(spaces_given(reader))


def moderated(reader: Reader, space: str = "space") -> Q:
    """For lists of what the reader may read: what of it they moderate. `space` is the way there.

    For a moderator of the hub it is true of every row: an empty Q would vanish from an "or".
    """
    if is_moderator(reader):
        return EVERY
    return Q(**{f"{space}__in": spaces_given(reader)})


def may_announce(reader: Reader) -> Q:
    """The spaces in which the reader announces: moderated ones, and a lead's.

    A lead of the hub announces everywhere, one of an area in the spaces about that area.
    """
    if reader.has_role(Role.LEAD):
        return EVERY
    areas = {held.area_id for held in reader.roles if held.role is Role.LEAD} - {None}
    return moderated(reader, "pk") | Q(area__in=areas)


def spaces_given(reader: Reader) -> frozenset[int]:
    """Ids of the spaces that the reader was chosen for.

    Like every role above a practitioner's, it counts for nothing without a second step.
    """
    if reader.user_id is None or SECOND_FACTOR not in reader.tokens:
        return frozenset()
    return given_to(reader.user_id)


@once_per_request
def given_to(person_id: int) -> frozenset[int]:
    rows = SpaceModerator.objects.filter(person=person_id)
    return frozenset(rows.values_list("space_id", flat=True))
