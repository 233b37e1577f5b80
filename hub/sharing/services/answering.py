import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.questions import Question
from hub.sharing.services.standing import locked_to_change, touch
from hub.sharing.standing import may_change
from hub.users.models import User

# Whoever agreed to other partners has not agreed to these.
CONSENTED = frozenset({"partners"})


@transaction.atomic
def start_example(*, author: User, at: datetime | None = None) -> SharedExample:
    """A new draft; a press of the button too many finds the one that nothing was written into."""
    User.objects.select_for_update().get(pk=author.pk)
    empty = SharedExample.objects.of(author.pk).with_author().filter(version=1)
    moment = at or timezone.now()
    return empty.first() or SharedExample.objects.create(
        author=author, created_at=moment, changed_at=moment, status_since=moment
    )


@transaction.atomic
def save_answer(
    *,
    example: SharedExample,
    question: Question,
    values: Mapping[str, Any],
    seen: str,
    at: datetime | None = None,
) -> SharedExample:
    """Keeps the answer to one question.

    Raises Overtaken, and writes nothing, where it changed since the form was shown or isn't the
    author's to change any more.
    """
    row = locked_to_change(example)
    if not may_change(row, question.part):
        raise Overtaken(_("Nobody asked for a change in this part. Nothing was changed."))
    if is_answer(row, values):
        return row
    if seen != mark_of(row, question.names):
        raise Overtaken(
            _(
                "This answer was changed in another window since you opened the page. Yours isn't "
                "saved yet: send it again to put it in the place of the other."
            )
        )
    for name, value in values.items():
        if name == "themes":
            row.themes.set(value)
        else:
            setattr(row, name, value)
    if CONSENTED & set(values):
        row.has_consent = False
    touch(row, at or timezone.now())
    row.save()
    return row


def is_answer(example: SharedExample, values: Mapping[str, Any]) -> bool:
    """Whether this very answer is stored: a form whose reply got lost is sent again."""
    return all(answer_of(example, name) == kept(value) for name, value in values.items())


def mark_of(example: SharedExample, names: Iterable[str]) -> str:
    """Stands for what is answered now, so that a form can tell whether that changed."""
    answered = [answer_of(example, name) for name in names]
    return hashlib.sha256(json.dumps(answered).encode()).hexdigest()[:20]


def answer_of(example: SharedExample, name: str) -> Any:
    """The stored answer as a form shows it."""
    if name == "themes":
        return [theme.slug for theme in example.themes.all()] if example.pk else []
    return kept(getattr(example, name))


def kept(value: Any) -> Any:
    """As a form sends it again."""
    if isinstance(value, Page):
        return value.slug
    return [theme.slug for theme in value] if isinstance(value, list) else value
