"""What this app keeps of people: the copies they asked for, and that an account was erased."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import BATCH, Held, PersonalRecord, declare
from hub.mydata.models import DataCopy, Erasure
from hub.mydata.services import drop_copies, erase_account
from hub.users.models import User

# Each is erased by itself, in some sixty queries.
UNCONFIRMED_BATCH = 20


def drop_copies_of(person: AbstractBaseUser) -> None:
    drop_copies(copies=DataCopy.objects.of(person.pk))


def purge_copies(before: datetime) -> int:
    """Each copy says itself when its time is over; the period decides for those never made."""
    over = DataCopy.objects.filter(expires_at__lte=timezone.now())
    stuck = DataCopy.objects.waiting().filter(asked_at__lt=before)
    return drop_copies(copies=list((over | stuck)[:BATCH]))


declare(
    PersonalRecord(
        name="copies",
        label=_("Copies of your data that you asked for"),
        why=_("So that you can take your data away."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(DataCopy, ("person",), ("asked_at", "made_at", "expires_at")),),
        ending=Ending.DELETED,
        erase=drop_copies_of,
        kept="copies",
        purge=purge_copies,
    )
)


def purge_unconfirmed(before: datetime) -> int:
    """Accounts that somebody signed up for and never confirmed; those with a role stay."""
    confirmed = EmailAddress.objects.filter(verified=True).values("user")
    people = User.objects.filter(
        last_login=None, date_joined__lt=before, erased_at=None, emailaddress__verified=False
    ).exclude(pk__in=confirmed)
    some = list(people.filter(memberships=None).distinct()[:UNCONFIRMED_BATCH])
    for person in some:
        erase_account(person=person, by=None, reason="never confirmed")
    return len(some)


declare(
    PersonalRecord(
        name="unconfirmed",
        label=_("Accounts whose address was never confirmed"),
        why=_("To wait for the confirmation that makes an account."),
        basis=Basis.LEGITIMATE_INTERESTS,
        holds=(Held(User),),
        ending=Ending.CHANGED,
        because=_("A number stays."),
        erase=lambda person: None,
        kept="unconfirmed",
        purge=purge_unconfirmed,
    )
)
declare(
    PersonalRecord(
        name="erasures",
        label=_("That an account was erased"),
        why=_("So that an account doesn’t come back with an older backup."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Erasure),),
        ending=Ending.STAYS,
        because=_("It is a number and a time."),
    )
)
