"""Whoever was decided against may say why that is wrong, once; another moderator answers."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.forum.authorship import author_id_of, own_among
from hub.forum.duty import hub_moderators, moderators_of
from hub.forum.models import Appeal, Case, Sanction
from hub.forum.services.hiding import unhide_post
from hub.forum.services.sanctions import lift
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def make_appeal(*, case: Case, words: str) -> Appeal:
    """Asks the other moderators to decide anew. A second time it is the same appeal.

    Raises ValueError where nothing was decided against the post.
    """
    first = case.decided_by_id
    if not case.is_against or first is None:
        raise ValueError("Nothing was decided against this post.")
    appeal, is_new = Appeal.objects.get_or_create(
        case=case, defaults={"words": words, "first_decided_by_id": first}
    )
    if is_new:
        ask_others(appeal, moderators_of(case.post.thread.space))
    return appeal


@transaction.atomic
def make_appeal_against_sanction(*, sanction: Sanction, words: str) -> Appeal:
    """Asks the other moderators of the hub. A second time it is the same appeal."""
    first = sanction.imposed_by_id
    appeal, is_new = Appeal.objects.get_or_create(
        sanction=sanction, defaults={"words": words, "first_decided_by_id": first}
    )
    if is_new:
        ask_others(appeal, hub_moderators())
    return appeal


def ask_others(appeal: Appeal, moderators: Iterable[int]) -> None:
    people = [pk for pk in moderators if pk != appeal.first_decided_by_id]
    text = _("Somebody appeals against a decision: another moderator decides anew")
    notify(people=people, category=Category.TASK, text=text, url=reverse("forum:reports"))


@transaction.atomic
def decide_appeal(*, appeal: Appeal, by: User, is_granted: bool, answer: str) -> Appeal:
    """Answers once. Granted, the post is shown or the sanction lifted. Recorded, and told.

    Raises ValueError for whoever decided first, for whoever it is about, and a second time.
    """
    stored = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if not stored.is_open or by.pk == stored.first_decided_by_id or is_about(stored, by):
        raise ValueError("An appeal is decided once, by somebody else.")
    stored.decided_by, stored.decided_at = by, timezone.now()
    stored.is_granted, stored.answer = is_granted, answer
    stored.save()
    audit(stored, by)
    if is_granted and stored.case:
        unhide_post(post=stored.case.post, by=by, reason=answer)
    elif is_granted and stored.sanction:
        lift(sanction=stored.sanction, by=by, reason=answer)
    tell_answer(stored)
    return stored


def is_about(appeal: Appeal, person: User) -> bool:
    if appeal.case:
        return bool(own_among([appeal.case.post], person.pk))
    return appeal.sanction is not None and appeal.sanction.person_id == person.pk


def audit(appeal: Appeal, by: User) -> None:
    action = "forum.appeal_granted" if appeal.is_granted else "forum.appeal_refused"
    subject = f"post {appeal.case.post_id}" if appeal.case else f"sanction {appeal.sanction_id}"
    record_audit(action=action, subject=subject, person_id=by.pk, reason=appeal.answer)


def tell_answer(appeal: Appeal) -> None:
    if appeal.case:
        person_id = author_id_of(appeal.case.post)
        url = reverse("forum:decision", args=[appeal.case_id])
    else:
        sanction = Sanction.objects.get(appeal=appeal)
        person_id, url = sanction.person_id, sanction.get_absolute_url()
    texts = {
        True: _("Your appeal was granted: the first decision no longer counts"),
        False: _("Your appeal was looked at by another moderator: the decision stays"),
    }
    notify(
        people=[person_id],
        category=Category.REPLY,
        text=texts[bool(appeal.is_granted)],
        detail=appeal.answer,
        url=url,
    )
