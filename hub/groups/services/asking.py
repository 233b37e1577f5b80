from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.groups.enums import Decision, Joining
from hub.groups.models import JoinRequest, WorkingGroup
from hub.groups.refusals import Refused
from hub.groups.services.places import give_place, last_day, locked, place_of
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def ask_to_join(*, group: WorkingGroup, person: User, reason: str) -> JoinRequest:
    """Tells the owners. A second request before the first is decided is the first.

    Raises Refused where nobody can ask, or the person couldn't be let in.
    """
    held = locked(group)
    if held.joining != Joining.ASK:
        raise Refused(_("Nobody can ask to join this group."))
    if place_of(held, person.pk):
        raise Refused(_("You're in this group already."))
    last_day(held, person.pk)
    waiting = held.requests.waiting().of(person.pk).first()
    if waiting:
        return waiting
    asked = held.requests.create(person=person, reason=reason)
    notify(
        people=held.owner_ids,
        category=Category.TASK,
        text=_("Somebody asks to join %(group)s") % {"group": held.told_name},
        url=reverse("groups:requests", args=[held.slug]),
    )
    return asked


@transaction.atomic
def withdraw_request(*, group: WorkingGroup, person: User) -> None:
    """Takes back what the person asked, where nobody has decided yet."""
    held = locked(group)
    held.requests.waiting().of(person.pk).update(
        decision=Decision.WITHDRAWN, decided_at=timezone.now()
    )


@transaction.atomic
def approve_request(*, asked: JoinRequest, by: User) -> JoinRequest:
    """Lets the asker in and tells them. Raises Refused where it's decided, or can't be."""
    held = locked(asked.working_group)
    current = still_waiting(asked)
    give_place(group=held, person=current.person, by=by)
    current.refresh_from_db()
    record(current, "group.request_approved", by)
    tell_asker(held, current, _("You're in %(group)s") % {"group": held.told_name})
    return current


@transaction.atomic
def refuse_request(*, asked: JoinRequest, by: User, answer: str) -> JoinRequest:
    """Tells the asker why not. Raises Refused where it's decided already."""
    held = locked(asked.working_group)
    current = still_waiting(asked)
    current.decision, current.answer = Decision.REFUSED, answer
    current.decided_at, current.decided_by = timezone.now(), by
    current.save()
    record(current, "group.request_refused", by)
    text = _("Your request to join %(group)s was answered: not this time")
    tell_asker(held, current, text % {"group": held.told_name})
    return current


def still_waiting(asked: JoinRequest) -> JoinRequest:
    """The request as it is now; its group is locked. Raises Refused where it's decided."""
    current = JoinRequest.objects.waiting().select_related("person").filter(pk=asked.pk).first()
    if current is None:
        raise Refused(_("That request was answered already, or taken back."))
    return current


def record(asked: JoinRequest, action: str, by: User) -> None:
    subject = f"request {asked.pk} to join"
    record_audit(action=action, subject=subject, person_id=by.pk, reason=asked.answer)


def tell_asker(group: WorkingGroup, asked: JoinRequest, text: str) -> None:
    notify(
        people=[asked.person_id],
        category=Category.REPLY,
        text=text,
        detail=asked.answer,
        url=group.get_absolute_url(),
    )
