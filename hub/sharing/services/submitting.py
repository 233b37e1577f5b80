from datetime import datetime
from secrets import choice

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.sharing.enums import Status
from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.services.standing import locked, move
from hub.sharing.services.telling import tell_of_sending
from hub.sharing.standing import unanswered

# Nothing that sounds or looks like another when it is read out: no vowels, 0, 1, B, D, M, S, V.
LETTERS = "CFGHJKLNPQRTWXZ2346789"
GROUP = 4


@transaction.atomic
def submit_example(*, example: SharedExample, at: datetime | None = None) -> SharedExample:
    """Gives it to the reviewers, who are told. A form sent twice changes and tells nothing more.

    Raises Overtaken where something has to be answered first, or somebody decided already.
    """
    row = locked(example)
    if row.is_waiting:
        return row
    if not row.is_with_author:
        raise Overtaken(_("This example was decided already. Nothing was sent."))
    if unanswered(row):
        raise Overtaken(_("Some questions still need an answer. Nothing was sent."))
    is_again = bool(row.reference)
    row.reference = row.reference or new_reference()
    move(row, Status.WAITING, at or timezone.now())
    tell_of_sending(row, is_again=is_again, email=at is None)
    return row


def new_reference() -> str:
    """Such as CG-7KQ2-X4HT: easy to read out, and nothing can be told from it."""
    while True:
        groups = ("".join(choice(LETTERS) for _n in range(GROUP)) for _g in range(2))
        reference = "-".join(["CG", *groups])
        if not SharedExample.objects.filter(reference=reference).exists():
            return reference
