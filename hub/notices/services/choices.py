from django.db import transaction
from django.utils import timezone

from hub.notices.enums import Category, Preset, Rhythm
from hub.notices.models import Notice, NoticeChoices
from hub.notices.planning import choices_of, plan_for
from hub.notices.presets import PRESETS, Rhythms
from hub.notices.sending import send_due_notices
from hub.notices.tasks import enqueue
from hub.users.models import User


def choose_preset(*, person: User, preset: Preset) -> NoticeChoices:
    """Sets every rhythm; day and quiet hours stay as they are."""
    return choose_rhythms(person, PRESETS[preset])


@transaction.atomic
def choose(
    *,
    person: User,
    rhythms: Rhythms,
    weekly_day: int,
    quiet_from: int | None = None,
    quiet_until: int | None = None,
    mails_overflow: bool = True,
) -> NoticeChoices:
    """Keeps what a person chose, and plans anew what waits for them."""
    fields = {
        "weekly_day": weekly_day,
        "quiet_from": quiet_from,
        "quiet_until": quiet_until,
        "mails_overflow": mails_overflow,
    } | {category.value: rhythm for category, rhythm in rhythms.items()}
    choices, _ = NoticeChoices.objects.update_or_create(person=person, defaults=fields)
    plan_anew(choices)
    return choices


def stop_category(*, person: User, category: Category) -> NoticeChoices:
    """No more mail of this category; account notices have none that could be switched off."""
    choices = choices_of(person)
    rhythms = {
        of: Rhythm.HUB if of == category else rhythm for of, rhythm in choices.rhythms.items()
    }
    return choose_rhythms(person, rhythms, mails_overflow=choices.mails_overflow)


def stop_round_ups(*, person: User) -> NoticeChoices:
    """What came in round-ups stays in the hub, and so does what is beyond the mails of a day."""
    rhythms = {
        of: rhythm if rhythm == Rhythm.AT_ONCE else Rhythm.HUB
        for of, rhythm in choices_of(person).rhythms.items()
    }
    return choose_rhythms(person, rhythms, mails_overflow=False)


def choose_rhythms(person: User, rhythms: Rhythms, *, mails_overflow: bool = True) -> NoticeChoices:
    choices = choices_of(person)
    return choose(
        person=person,
        rhythms=rhythms,
        weekly_day=choices.weekly_day,
        quiet_from=choices.quiet_from,
        quiet_until=choices.quiet_until,
        mails_overflow=mails_overflow,
    )


def plan_anew(choices: NoticeChoices) -> None:
    """Gives each notice that waits for its mail the time that the present choices say."""
    now = timezone.now()
    waiting = list(Notice.objects.filter(person_id=choices.person_id, mail=None).to_mail())
    for notice in waiting:
        plan = plan_for(choices, notice.category, now)
        notice.rhythm, notice.email_due_at = plan.rhythm, plan.due_at
    Notice.objects.bulk_update(waiting, ["rhythm", "email_due_at"], batch_size=200)
    if any(n.email_due_at and n.email_due_at <= now for n in waiting):
        enqueue(send_due_notices)
    unwanted = [category for category, rhythm in choices.rhythms.items() if rhythm == Rhythm.HUB]
    in_mail = Notice.objects.filter(person_id=choices.person_id, category__in=unwanted)
    in_mail.to_mail().update(email_due_at=None)
