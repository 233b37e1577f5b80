"""What is kept of those who share practice and of those who review it."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, Row, declare
from hub.sharing.enums import WITH_AUTHOR, Status
from hub.sharing.models import PartComment, Review, SharedExample, SharedFile
from hub.sharing.services.discarding import delete_examples
from hub.sharing.services.reminding import WARNED_BEFORE

WRITTEN = (
    "reference",
    "status",
    "created_at",
    "changed_at",
    "title",
    "summary",
    "place",
    "partners",
    "years",
    "problem",
    "what_was_done",
    "what_it_took",
    "results",
    "counted",
    "out_of",
    "of_whom",
    "results_period",
    "evidence_level",
    "what_did_not_work",
    "agreed_by",
    "has_consent",
    "publisher",
    "publisher_url",
)
OF_AUTHOR = (
    Held(SharedExample, ("author",), WRITTEN),
    Held(SharedFile, ("example__author",), ("example__reference", "name", "words", "added_at")),
    Held(Review, ("example__author",), ("example__reference", "verdict", "reason", "made_at")),
    Held(PartComment, ("review__example__author",), ("review__made_at", "part", "text")),
)


def purge_examples(before: datetime) -> int:
    """What waits for a reviewer stays; what was never sent goes a month after a warning."""
    warned = Q(warned_at__lt=timezone.now() - WARNED_BEFORE)
    old = SharedExample.objects.untouched_since(before).exclude(status=Status.WAITING)
    return delete_examples(old.filter(~Q(status__in=WITH_AUTHOR) | warned))


def take_shared(person: AbstractBaseUser) -> Iterator[Row]:
    """What they wrote, and what reviewers wrote to them about it."""
    for held in OF_AUTHOR:
        yield from held.rows(person).values(*held.shows).iterator()


def erase_shared(person: AbstractBaseUser) -> None:
    """With the files. A page that was made of it names nobody, and stays."""
    while delete_examples(SharedExample.objects.of(person.pk)):
        pass


declare(
    PersonalRecord(
        name="shared_examples",
        label=_("Practice that you share, and what reviewers said about it"),
        why=_("So that you can write it over several days, and reviewers can ask for changes."),
        basis=Basis.PUBLIC_TASK,
        holds=OF_AUTHOR,
        take=take_shared,
        ending=Ending.DELETED,
        erase=erase_shared,
        kept="shared_examples",
        purge=purge_examples,
    )
)
declare(
    PersonalRecord(
        name="example_reviews",
        label=_("Your reviews of practice that others shared"),
        why=_("So that its author knows who decided, and why."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Review, ("reviewer",), ("example__reference", "verdict", "made_at")),),
        ending=Ending.RELEASED,
    )
)
