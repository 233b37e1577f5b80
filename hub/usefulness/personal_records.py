"""Answers name nobody; they are declared for the period after which their words go."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import BATCH, Held, PersonalRecord, declare
from hub.usefulness.models import PageAnswer


def purge_words(before: datetime.datetime) -> int:
    """Takes the words out of some old answers, which count on; how many had any."""
    old = PageAnswer.objects.filter(day__lt=timezone.localdate(before)).with_words()
    some = list(old.order_by("pk").values_list("pk", flat=True)[:BATCH])
    return PageAnswer.objects.filter(pk__in=some).update(words="", done="")


declare(
    PersonalRecord(
        name="page_answers",
        label=_("What was said of pages, without who did"),
        why=_("To mend the page."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(PageAnswer),),
        ending=Ending.CHANGED,
        because=_(
            "It holds a page, an answer, words and a day, and no person. The words go first."
        ),
        kept="page_answers",
        purge=purge_words,
    )
)
