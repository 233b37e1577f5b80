"""Where the pages of groups stand."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from hub.groups.models import WorkingGroup

GROUPS = (_("Groups"), reverse_lazy("groups:index"))


def to_group(group: WorkingGroup) -> list[tuple[object, object]]:
    return [GROUPS, (group.name, group.get_absolute_url())]
