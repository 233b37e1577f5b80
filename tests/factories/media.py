"""Where images and documents lie."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction


def collection_for(group: Group) -> Collection:
    """A collection whose files this group alone may fetch."""
    made = Collection.get_first_root_node().add_child(name="Closed")
    kind = CollectionViewRestriction.GROUPS
    restriction = CollectionViewRestriction.objects.create(collection=made, restriction_type=kind)
    restriction.groups.add(group)
    return made
