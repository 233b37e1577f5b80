"""What a learner gave and didn't send yet: kept as it is given, and counted at the end.

It opens no question, fixes no answer and shows nothing; pressing the button does. A save names
itself by a stamp, the page that sends it and a number of its own, and says which stamp its page
knew: so that what was sent earlier, or elsewhere, never replaces what came later.
"""

import re
import secrets
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from courses.errors import AnswerStands, ForeignAnswer, SavedElsewhere
from courses.forms import AnswerForm
from courses.models import Attempt, AttemptItem
from courses.questions.base import Answer
from courses.services.turns import open_attempt, stands

Typed = Mapping[str, list[str]]
STAMP = re.compile(r"[0-9a-z]{1,40}\.[0-9]{1,9}", re.ASCII)


@transaction.atomic
def keep_typed(*, attempt: Attempt, order: int, typed: Typed, seen: str, stamp: str) -> AttemptItem:
    """Keeps what stands in the form, complete or not. What is kept already is only confirmed.

    Raises as save_answer does, and SavedElsewhere where something newer is kept.
    """
    locked = open_attempt(attempt, order)
    item = locked.items.select_related("question_version").get(order=order)
    item.attempt = locked
    if stands(locked, item):
        raise AnswerStands
    form = AnswerForm(item, MultiValueDict())
    kept = {name: [plain(one) for one in typed[name]] for name in form.fields if name in typed}
    if has_foreign(form_of(item, kept)):
        raise ForeignAnswer
    if kept == item.typed:
        return item
    if not follows(stamp, seen=seen, kept=item.stamp):
        raise SavedElsewhere
    item.typed, item.stamp, item.answered_at = kept, stamp, timezone.now()
    item.save(update_fields=["typed", "stamp", "answered_at"])
    return item


def follows(stamp: str, *, seen: str, kept: str) -> bool:
    """Whether a save is newer than the one kept: its page knew of that, or sent it before."""
    page, _dot, number = stamp.partition(".")
    last_page, _dot, last_number = kept.partition(".")
    return seen == kept or (page == last_page and int(number) > int(last_number))


def has_stamp(stamp: str) -> bool:
    return STAMP.fullmatch(stamp) is not None


def new_stamp() -> str:
    return f"{secrets.token_hex(8)}.0"


def plain(text: str) -> str:
    """Without the one character that PostgreSQL can't keep."""
    return text.replace("\x00", "")


def form_of(item: AttemptItem, typed: Typed | None) -> AnswerForm:
    return AnswerForm(item, MultiValueDict[str, str](typed or {}))


def has_foreign(form: AnswerForm) -> bool:
    """Whether something was chosen that the question doesn't offer; a gap is only a gap."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return bool(codes & {"invalid_choice", "invalid_list"})


def answer_so_far(item: AttemptItem) -> Answer:
    """What would count if the attempt were handed in now.

    A half answer doesn't take the place of a whole one.
    """
    form = form_of(item, item.typed)
    if not item.typed or not form.is_valid():
        return item.answer
    data, given = item.question_version.data, form.answer
    whole = [answer for answer in (given, item.answer) if form.type.is_complete(data, answer)]
    return whole[0] if whole else given


def is_finished(item: AttemptItem) -> bool:
    """Whether what stands in the form is all that is asked of it now."""
    return form_of(item, item.typed).is_valid()


def take_typed(attempt: Attempt) -> None:
    """At the end, what was given and not sent counts; what isn't an answer goes."""
    items = list(attempt.items.select_related("question_version").exclude(typed=None))
    for item in items:
        item.attempt = attempt
        item.answer, item.typed = answer_so_far(item), None
    AttemptItem.objects.bulk_update(items, ["answer", "typed"])
