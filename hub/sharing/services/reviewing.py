from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.access.services import record_audit
from hub.sharing.enums import Part, Status, Verdict
from hub.sharing.models import PartComment, Review, SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.services.copying import without_orphans
from hub.sharing.services.publishing import draft_page
from hub.sharing.services.standing import locked, move
from hub.sharing.services.telling import tell_author
from hub.users.models import User

BECOMES = {
    Verdict.APPROVE: Status.APPROVED,
    Verdict.CHANGES: Status.CHANGES,
    Verdict.DECLINE: Status.DECLINED,
}
SAID = {
    Verdict.APPROVE: gettext_lazy("Your practice example %(reference)s is approved"),
    Verdict.CHANGES: gettext_lazy("A reviewer asks for changes in your example %(reference)s"),
    Verdict.DECLINE: gettext_lazy("Your practice example %(reference)s isn't taken on: see why"),
}


def review_example(
    *,
    example: SharedExample,
    by: User,
    verdict: Verdict,
    version: int,
    comments: Mapping[Part, str],
    reason: str = "",
    at: datetime | None = None,
) -> Review:
    """Decides about the version that the reviewer read, and tells the author. Recorded.

    What is approved becomes a draft page: that and all the rest happen, or nothing does. Raises
    Overtaken where somebody decided meanwhile, or the author sent another version.
    """
    with without_orphans() as copies, transaction.atomic():
        row = locked(example)
        refuse_own(row, by)
        refuse_stale(row, version)
        moment = at or timezone.now()
        review = Review.objects.create(
            example=row,
            version=version,
            reviewer=by,
            verdict=verdict,
            reason=reason,
            made_at=moment,
        )
        PartComment.objects.bulk_create(
            PartComment(review=review, part=part, text=text) for part, text in comments.items()
        )
        if verdict == Verdict.APPROVE:
            row.page = draft_page(example=row, by=by, copies=copies)
        move(row, BECOMES[verdict], moment)
        record_audit(
            action=f"sharing.{BECOMES[verdict]}",
            subject=f"shared example {row.pk}",
            person_id=by.pk,
        )
        tell_author(row, str(SAID[verdict]), detail=reason, email=at is None)
    return review


def refuse_own(row: SharedExample, by: User) -> None:
    if row.author_id == by.pk:
        raise Overtaken(_("Somebody else reviews what you share."))


def refuse_stale(row: SharedExample, version: int) -> None:
    if not row.is_waiting:
        last = row.reviews.select_related("reviewer").order_by("-pk").first()
        who = last.reviewer.get_full_name() if last and last.reviewer else _("Somebody else")
        raise Overtaken(
            _("%(who)s decided about this example meanwhile. Your decision wasn't kept.")
            % {"who": who}
        )
    if row.version != version:
        raise Overtaken(_("The author sent a newer version meanwhile. Read it, and decide again."))
