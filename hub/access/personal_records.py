"""What this app keeps of people: roles, groups, and the record of powers used."""

from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending, Role
from hub.access.models import AuditRecord, DetailsCheck, Membership
from hub.access.personal_data import Held, PersonalRecord, declare
from hub.access.services import purge_audit, purge_details_checks

User = apps.get_model(settings.AUTH_USER_MODEL)


def end_memberships(person: AbstractBaseUser) -> None:
    """Ends what is current or still to come as of yesterday, so that it counts no longer."""
    yesterday = timezone.localdate() - timedelta(days=1)
    for row in Membership.objects.filter(person_id=person.pk).exclude(ends_on__lte=yesterday):
        row.ends_on = yesterday
        row.starts_on = min(row.starts_on, yesterday)
        row.save(update_fields=["starts_on", "ends_on"])


def last_administrator(person: AbstractBaseUser) -> Iterator[Promise]:
    """A hub without an administrator can't be mended from within."""
    administrators = Membership.objects.held_in_hub(Role.ADMINISTRATOR)
    others = administrators.exclude(person_id=person.pk).filter(person__is_active=True)
    if administrators.filter(person_id=person.pk).exists() and not others.exists():
        yield _(
            "You are the last administrator. Give somebody else that role first, so that the hub "
            "is not left without one."
        )


declare(
    PersonalRecord(
        name="memberships",
        label=_("Roles"),
        why=_("To decide what you may read and do, and to be able to say later who could."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                Membership,
                ("person",),
                ("role", "area__name", "organisation__name", "starts_on", "ends_on"),
            ),
        ),
        ending=Ending.STAYS,
        because=_("Each role ends at once. That someone held it must stay answerable."),
        erase=end_memberships,
        hand_over=last_administrator,
    )
)
declare(
    PersonalRecord(
        name="groups",
        label=_("Groups and permissions"),
        why=_("To decide what you may read and do."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(User.groups.through, ("user",), ("group__name",)),
            Held(User.user_permissions.through, ("user",), ("permission__name",)),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="audit",
        label=_("Record of powers used and restricted content seen"),
        why=_(
            "So that each use of a power, such as hiding a post, can be explained later, and each "
            "view of what isn't open to everyone."
        ),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(AuditRecord, ("person_id",), ("at", "action", "subject", "reason")),),
        ending=Ending.STAYS,
        because=_("It holds a number and no name. A record that can be emptied proves nothing."),
        kept="audit",
        purge=lambda before: purge_audit(before=before),
    )
)
declare(
    PersonalRecord(
        name="details_checks",
        label=_("How often writers were asked about personal details"),
        why=_("To see whether the check helps, or asks too often."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(DetailsCheck),),
        ending=Ending.CHANGED,
        because=_("It counts and says neither who wrote nor what."),
        kept="details_checks",
        purge=lambda before: purge_details_checks(before=before),
    )
)
