"""Which due notices travel together: what is about one thing, and all of a round-up.

A person gets one mail at once about the same thing within an hour, and so many a day; the rest
waits for the next hour or for a daily round-up, or stays in the hub where somebody stopped those.
Account notices and alarms wait for nothing.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from hub.notices.enums import ALWAYS_AT_ONCE, Rhythm
from hub.notices.models import Mail, Notice
from hub.notices.planning import choices_of, plan_rhythm

PEOPLE = 100
QUIET_GAP = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_A_DAY = 12

Pile = tuple[object, ...]
ROUND_UP: Pile = ("round-up",)


def gather(now: datetime) -> int:
    """Puts the due notices of some people into mails; returns how many notices had come due.

    Safe to run at once with another run and after a kill: a notice joins one mail only. Three
    queries for up to a hundred people, three writes for each mail.
    """
    waiting = Notice.objects.due(now).order_by("email_due_at", "pk")
    people = list(dict.fromkeys(waiting.values_list("person_id", flat=True)[: PEOPLE * 5]))[:PEOPLE]
    notices = list(
        Notice.objects.due(now).of_people(people).select_related("person__notice_choices")
    )
    recent = RecentMail(people, now)
    for pile, held in piled(reversed(notices)).items():
        if pile == (held[0].person_id, ROUND_UP) or waits_for_nothing(held[0]):
            make_mail(held, now, is_round_up=not waits_for_nothing(held[0]))
        elif recent.is_much(held[0].person_id):
            put_off_to_daily(held, now)
        elif last := recent.last_about(pile):
            Notice.objects.filter(pk__in=ids_of(held)).update(email_due_at=last + QUIET_GAP)
        elif make_mail(held, now):
            recent.note(pile, now)
    return len(notices)


def piled(notices: Iterable[Notice]) -> dict[Pile, list[Notice]]:
    piles: dict[Pile, list[Notice]] = {}
    for notice in notices:
        piles.setdefault(pile_of(notice), []).append(notice)
    return piles


def pile_of(notice: Notice) -> Pile:
    """What a notice travels with; its person comes first."""
    if waits_for_nothing(notice):
        return (notice.person_id, notice.category, notice.pk)
    if notice.rhythm != Rhythm.AT_ONCE:
        return (notice.person_id, ROUND_UP)
    return about(notice)


def about(notice: Notice) -> Pile:
    if notice.kind:
        return (notice.person_id, notice.kind, notice.object_id)
    return (notice.person_id, notice.url)


def waits_for_nothing(notice: Notice) -> bool:
    return notice.category in ALWAYS_AT_ONCE


def ids_of(notices: Iterable[Notice]) -> list[int]:
    return [notice.pk for notice in notices]


@transaction.atomic
def make_mail(notices: list[Notice], now: datetime, *, is_round_up: bool = False) -> bool:
    """One mail about these notices, or none where another run has just taken them all."""
    mail = Mail.objects.create(
        person_id=notices[0].person_id, is_round_up=is_round_up, made_at=now, due_at=now
    )
    taken = Notice.objects.filter(pk__in=ids_of(notices), mail=None).update(mail=mail)
    if not taken:
        mail.delete()
    return bool(taken)


def put_off_to_daily(notices: list[Notice], now: datetime) -> None:
    choices = choices_of(notices[0].person)
    rhythm = Rhythm.DAILY if choices.mails_overflow else Rhythm.HUB
    plan = plan_rhythm(choices, rhythm, now)
    Notice.objects.filter(pk__in=ids_of(notices)).update(
        rhythm=plan.rhythm, email_due_at=plan.due_at
    )


class RecentMail:
    """What went at once to some people in the last day. One query."""

    def __init__(self, people: Iterable[int], now: datetime) -> None:
        self.last: dict[Pile, datetime] = {}
        self.mails: dict[int, set[object]] = {}
        told = (
            Notice.objects.of_people(people)
            .filter(mail__made_at__gt=now - DAY, mail__is_round_up=False)
            .exclude(category__in=ALWAYS_AT_ONCE)
            .select_related("mail")
        )
        self.now = now
        for notice in told:
            self.note(about(notice), notice.mail.made_at, notice.mail_id)

    def note(self, pile: Pile, at: datetime, mail_id: int | None = None) -> None:
        self.last[pile] = max(at, self.last.get(pile, at))
        self.mails.setdefault(pile[0], set()).add(mail_id or pile)

    def is_much(self, person_id: int) -> bool:
        return len(self.mails.get(person_id, ())) >= MOST_A_DAY

    def last_about(self, pile: Pile) -> datetime | None:
        """When the last mail about it was made, if that is less than an hour ago."""
        last = self.last.get(pile)
        return last if last and last > self.now - QUIET_GAP else None
