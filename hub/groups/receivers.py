"""A place in a group for practitioners ends with the verification that it rests on."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from hub.access.enums import Role
from hub.access.models import Membership
from hub.groups.models import WorkingGroup
from hub.groups.services.places import keep_to_verification


def verification_changed(instance: Membership, **_kwargs: Any) -> None:
    """One query for people in no such group."""
    if instance.role != Role.PRACTITIONER:
        return
    theirs = Membership.objects.current().filter(person_id=instance.person_id)
    groups = WorkingGroup.objects.running().filter(practitioners_only=True)
    for group in groups.filter(group__in=theirs.values("group")).select_related("group"):
        keep_to_verification(group, instance.person_id)


def connect() -> None:
    post_save.connect(verification_changed, sender=Membership, dispatch_uid="groups.verified")
    post_delete.connect(verification_changed, sender=Membership, dispatch_uid="groups.unverified")
