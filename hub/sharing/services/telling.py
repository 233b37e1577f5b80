"""Who is told what. The words go into mail, so that they hold nothing of an example."""

from django.utils.translation import gettext as _

from hub.access.models import Membership
from hub.access.practice import REVIEWERS
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.sharing.models import SharedExample

SERIES = "shared_example"


def tell_author(
    example: SharedExample, text: str, *, detail: str = "", url: str = "", email: bool = True
) -> None:
    notify(
        people=[example.author_id],
        category=Category.TASK,
        text=text % {"reference": example.reference},
        detail=detail,
        url=url or example.get_absolute_url(),
        kind=SERIES,
        object_id=example.pk,
        email=email,
    )


def tell_reviewers(example: SharedExample, text: str, *, email: bool = True) -> None:
    """Everybody who may review it: nobody reviews their own."""
    held = Membership.objects.held_in_hub(*REVIEWERS).exclude(person_id=example.author_id)
    notify(
        people=held.values_list("person_id", flat=True),
        category=Category.TASK,
        text=text % {"reference": example.reference},
        url=example.review_url,
        kind=SERIES,
        object_id=example.pk,
        email=email,
    )


def tell_of_sending(example: SharedExample, *, is_again: bool, email: bool = True) -> None:
    text = (
        _("The practice example %(reference)s was changed and waits for you again")
        if is_again
        else _("The practice example %(reference)s waits for a review")
    )
    tell_reviewers(example, text, email=email)
