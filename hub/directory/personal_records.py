"""What this app keeps of people: what they let it say of them, and what they wrote."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, Row, declare, delete_batch
from hub.directory.models import Conversation, Listing, Message

SAID = ("is_listed", "work_name", "helps_with", "changed_at")


def take_listing(person: AbstractBaseUser) -> Iterator[Row]:
    for listing in Listing.objects.filter(person_id=person.pk):
        themes = ", ".join(theme.name for theme in listing.themes.all())
        yield {name: getattr(listing, name) for name in SAID} | {"themes": themes}


def purge_conversations(before: datetime) -> int:
    return delete_batch(Conversation.objects.filter(last_at__lt=before))


declare(
    PersonalRecord(
        name="listings",
        label=_("Your entry in the directory"),
        why=_("So that verified colleagues find whom to ask. You leave whenever you like."),
        basis=Basis.CONSENT,
        holds=(Held(Listing, ("person",), SAID),),
        take=take_listing,
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="conversations",
        label=_("Messages through the directory"),
        why=_("So that you and a colleague can write to each other without giving an address."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Conversation, ("starter", "other", "stopped_by"), ("started_at", "last_at")),
            Held(Message, ("sender",), ("sent_at", "body")),
        ),
        ending=Ending.DELETED,
        kept="conversations",
        purge=purge_conversations,
    )
)
