"""What a moderator is shown of a post, and of whoever wrote it, before they decide."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from hub.access.readers import Reader
from hub.forum.models import Appeal, Case, Post, Sanction
from hub.forum.models.case import CaseQuerySet
from hub.forum.models.sanction import SanctionQuerySet
from hub.forum.permissions import is_moderator

MOST = 20


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a post. Of the writer's own acts the day alone is shown."""

    at: datetime
    words: str
    note: str = ""


def history_of(post: Post) -> list[Event]:
    """Reports, decisions, appeals and edits, the newest first. Four queries."""
    reports = [
        Event(
            report.created_at,
            _("Reported by %(name)s: %(reason)s")
            % {"name": report.reporter.get_full_name(), "reason": report.get_reason_display()},
            report.note,
        )
        for report in post.reports.select_related("reporter")
    ]
    decisions = [
        Event(
            case.decided_at,
            _("Decided by %(name)s: %(decision)s")
            % {"name": case.decided_by.get_full_name(), "decision": case.get_decision_display()},
            case.reason,
        )
        for case in post.cases.decided().select_related("decided_by")
    ]
    appeals = [
        Event(appeal.made_at, _("The writer appealed"), appeal.words)
        for appeal in Appeal.objects.filter(case__post=post)
    ]
    # A revision is the text before an edit; the next text was written when the edit was made.
    moments = [*post.revisions.order_by("version").values_list("written_at", flat=True)]
    edits = [Event(at, _("Edited")) for at in [*moments[1:], post.edited_at] if at]
    return sorted(
        [*reports, *decisions, *appeals, *edits], key=lambda event: event.at, reverse=True
    )


def earlier_decisions(post: Post, reader: Reader) -> CaseQuerySet:
    """What was decided against other posts that the writer signed, where this reader moderates.

    Of an anonymous post there are none: they would say who wrote it. And what the writer posted
    without a name never stands here.
    """
    if post.author_id is None:
        return Case.objects.none()
    theirs = Case.objects.moderated_by(reader).decided().filter(post__author=post.author_id)
    return theirs.against().exclude(post=post).select_related("post__thread")[:MOST]


def earlier_sanctions(post: Post, reader: Reader) -> SanctionQuerySet:
    """What was laid on the writer, for moderators of the hub; nothing where they gave no name."""
    if post.author_id is None or not is_moderator(reader):
        return Sanction.objects.none()
    return Sanction.objects.of(post.author_id)[:MOST]


def may_sanction(post: Post, reader: Reader) -> bool:
    """Whether the way to a sanction is shown here. Of an anonymous post it is at the look."""
    return is_moderator(reader) and post.author_id not in {None, reader.user_id}
