"""What the forum keeps of people: what they wrote, and reports."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, Row, declare, delete_batch
from hub.forum.authorship import attachments_of, own_posts
from hub.forum.models import (
    Appeal,
    Attachment,
    Case,
    DutyShift,
    GrownPage,
    HiddenAuthor,
    Mention,
    PollVote,
    Post,
    PostRevision,
    ReadPosition,
    Report,
    Sanction,
    SpaceModerator,
    Thanks,
    Thread,
    Unmasking,
    Vote,
)
from hub.forum.services.attaching import take_off


def purge_reports(before: datetime) -> int:
    return delete_batch(Report.objects.filter(handled_at__lt=before))


def purge_shifts(before: datetime) -> int:
    return delete_batch(DutyShift.objects.filter(ends__lt=before))


def attached_by(person: AbstractBaseUser) -> Iterable[Row]:
    shown = ("post__thread", "post__number", "name", "size", "added_at")
    return attachments_of(person.pk).order_by("pk").values(*shown)


def take_off_everything(person: AbstractBaseUser) -> None:
    """A document names who made it, so the files don't stay with the words."""
    take_off(attachments=attachments_of(person.pk))


def take_appeals(person: AbstractBaseUser) -> Iterable[Row]:
    """Those about posts without a name too: the person may have what they wrote."""
    theirs = Appeal.objects.filter(case__post__in=Post.objects.filter(own_posts(person.pk)))
    theirs |= Appeal.objects.filter(sanction__person=person.pk)
    yield from theirs.order_by("pk").values("words", "made_at", "is_granted", "answer")
    for held in APPEALS:
        yield from held.rows(person).values(*held.shows)


APPEALS = (
    Held(Appeal, ("decided_by",), ("pk", "is_granted", "answer", "decided_at")),
    Held(Appeal, ("first_decided_by",), ("pk", "made_at")),
)


declare(
    PersonalRecord(
        name="posts",
        label=_("Questions and answers in the forum"),
        why=_("So that colleagues learn from each other, and know what kind of colleague answers."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            # The name of a space, and the title of somebody else's thread, aren't theirs, and may
            # be closed to them by now.
            Held(Thread, ("author",), ("pk", "title", "created_at")),
            Held(
                Post,
                ("author",),
                ("thread", "number", "body", "created_at", "edited_at", "hidden_reason"),
            ),
            Held(
                PostRevision,
                ("post__author",),
                ("post__thread", "version", "title", "body", "besides", "written_at"),
            ),
            Held(
                HiddenAuthor,
                ("person",),
                ("post__thread", "post__number", "post__body", "post__created_at"),
            ),
        ),
        ending=Ending.STAYS,
        because=_("Others answered and rely on it. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="moderated_spaces",
        label=_("Spaces of the forum that you moderate"),
        why=_("So that somebody looks after each space."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(SpaceModerator, ("person",), ("space",)),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="duty_shifts",
        label=_("When you were or will be on duty as a moderator"),
        why=_("So that somebody is alerted at once when a person may be at risk."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(DutyShift, ("person",), ("begins", "ends")),),
        ending=Ending.DELETED,
        kept="duty_shifts",
        purge=purge_shifts,
    )
)
declare(
    PersonalRecord(
        name="attachments",
        label=_("Files that you attached to questions and answers"),
        why=_("So that colleagues see what you asked or answered about."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Attachment),),
        ending=Ending.DELETED,
        take=attached_by,
        erase=take_off_everything,
    )
)
declare(
    PersonalRecord(
        name="mentions",
        label=_("Questions and answers that colleagues wanted you to be told of"),
        why=_("So that whoever can help hears of it."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Mention, ("person",), ("post__thread", "post__number")),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="hidden_posts",
        label=_("Posts that you hid as a moderator"),
        why=_("So that each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Post, ("hidden_by",), ("pk", "hidden_at", "hidden_reason")),),
        ending=Ending.STAYS,
        because=_("Whoever wrote the post may ask why it was hidden."),
    )
)
declare(
    PersonalRecord(
        name="votes",
        label=_("Answers you found helpful, and questions you have too"),
        why=_("So that others see what helped. Only the number is shown."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Vote, ("person",), ("post__thread", "post__number", "at")),),
        ending=Ending.STAYS,
        because=_("The number stays right. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="poll_votes",
        label=_("What you chose in polls of the forum"),
        why=_("So that each voice counts once. Only numbers are shown."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(PollVote, ("person",), ("option__poll__thread", "option__number")),),
        ending=Ending.STAYS,
        because=_("The numbers stay right. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="read_positions",
        label=_("How far you have read in the forum"),
        why=_("So that you see what is new to you."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(ReadPosition, ("person",), ("thread", "number")),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="unmaskings",
        label=_("Anonymous writers whose names you saw, agreed to show or reviewed"),
        why=_("So that each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Unmasking, ("asked_by",), ("ground", "reason", "asked_at")),
            Held(Unmasking, ("seconded_by",), ("ground", "seconded_at")),
            Held(Unmasking, ("reviewed_by",), ("review_note", "was_right", "reviewed_at")),
        ),
        ending=Ending.STAYS,
        because=_("Whoever wrote the post may ask who saw their name, and why."),
    )
)
declare(
    PersonalRecord(
        name="reports",
        label=_("Reports of posts"),
        why=_("So that moderators can act, and ask back."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Report, ("reporter",), ("reason", "note", "created_at", "handled_at")),),
        ending=Ending.STAYS,
        because=_(
            "Moderators may still have to act on it. It goes after the time that the data "
            "inventory states."
        ),
        kept="reports",
        purge=purge_reports,
    )
)
declare(
    PersonalRecord(
        name="handled_reports",
        label=_("Reports that you dealt with as a moderator"),
        why=_("So that each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Report, ("handled_by",), ("pk", "reason", "handled_at")),),
        ending=Ending.STAYS,
        because=_("Whoever reported may ask what was done. It goes with the report."),
    )
)
declare(
    PersonalRecord(
        name="grown_pages",
        label=_("Pages that you drafted from threads of the forum"),
        why=_("So that you hear when they are published."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(GrownPage, ("made_by",), ("page__title", "made_at")),),
        ending=Ending.STAYS,
        because=_("The page stays linked with the thread. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="thanks",
        label=_("Whether pages may thank you by name"),
        why=_("So that nobody is named who didn’t agree."),
        basis=Basis.CONSENT,
        holds=(Held(Thanks, ("person",), ("grown__page__title", "agreed")),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="moderation_cases",
        label=_("Posts that you looked at and decided about as a moderator"),
        why=_("So that two don't do the same, and each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Case, ("claimed_by",), ("pk", "claimed_at")),
            Held(Case, ("decided_by",), ("pk", "decision", "reason", "decided_at")),
        ),
        ending=Ending.STAYS,
        because=_("Whoever wrote the post may ask why, and may appeal."),
    )
)
declare(
    PersonalRecord(
        name="appeals",
        label=_("Appeals about your posts, and those about decisions of yours as a moderator"),
        why=_("So that another moderator decides anew, and whoever appealed knows why."),
        basis=Basis.PUBLIC_TASK,
        holds=APPEALS,
        ending=Ending.STAYS,
        because=_("It explains what was decided. Nothing says any more that it was you."),
        take=take_appeals,
    )
)
declare(
    PersonalRecord(
        name="forum_sanctions",
        label=_("Warnings, restrictions and suspensions in the forum"),
        why=_("So that people can work together there safely."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                Sanction, ("person",), ("measure", "reason", "imposed_at", "ends_on", "lifted_at")
            ),
        ),
        ending=Ending.STAYS,
        because=_("Moderators may have to explain it. It says no more whom it was about."),
    )
)
declare(
    PersonalRecord(
        name="imposed_sanctions",
        label=_("Warnings, restrictions and suspensions that you laid on others or lifted"),
        why=_("So that each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Sanction, ("imposed_by",), ("pk", "measure", "reason", "imposed_at", "ends_on")),
            Held(Sanction, ("lifted_by",), ("pk", "lifted_at")),
        ),
        ending=Ending.STAYS,
        because=_("Whoever it was about may ask who decided, and why."),
    )
)
