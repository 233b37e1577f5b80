"""Finding out who wrote an anonymous post: never by one person alone, save to protect a life."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.core.working_days import working_day_after
from hub.forum.authorship import author_id_of
from hub.forum.duty import hub_moderators
from hub.forum.enums import UnmaskingGround
from hub.forum.models import Post, Unmasking
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


class NotDecided(Exception):
    """Nobody else has agreed yet, or the name isn't for this person."""


@transaction.atomic
def ask_to_unmask(*, post: Post, by: User, reason: str) -> Unmasking:
    """Asks the other moderators to agree. One open wish for a post: a second asks for the same."""
    held = Post.objects.select_for_update().get(pk=post.pk)
    wish = Unmasking.objects.waiting_for_second().filter(post=held).first()
    if wish:
        return wish
    wish = Unmasking.objects.create(
        post=held, ground=UnmaskingGround.TWO, reason=reason, asked_by=by
    )
    audit("forum.unmasking_asked", wish, by, reason)
    tell_moderators(_("A moderator asks you to agree to see who wrote an anonymous post"), by)
    return wish


@transaction.atomic
def agree_to_unmask(*, wish: Unmasking, by: User) -> Unmasking:
    """The second moderator agrees. Raises ValueError for whoever asked, or once it is closed."""
    held = open_wish(wish)
    if held.asked_by_id == by.pk:
        raise ValueError("Nobody agrees with themselves.")
    held.seconded_by, held.seconded_at = by, timezone.now()
    held.save()
    audit("forum.unmasking_agreed", held, by)
    notify(
        people=[held.asked_by_id],
        category=Category.TASK,
        text=_("A second moderator agreed: you may both see who wrote the post"),
        url=held.get_absolute_url(),
    )
    return held


@transaction.atomic
def refuse_to_unmask(*, wish: Unmasking, by: User) -> Unmasking:
    """Closes a wish that nobody agreed with: whoever asked takes it back, or a second refuses."""
    held = open_wish(wish)
    held.withdrawn_at = timezone.now()
    held.save()
    audit("forum.unmasking_refused", held, by)
    return held


@transaction.atomic
def unmask_alone(*, post: Post, by: User, reason: str) -> Unmasking:
    """The safeguarding lead decides alone; a moderator reviews it by the next working day."""
    now = timezone.now()
    decision = Unmasking.objects.create(
        post=post,
        ground=UnmaskingGround.LIFE,
        reason=reason,
        asked_by=by,
        asked_at=now,
        review_due=working_day_after(timezone.localdate(now)),
    )
    audit("forum.unmasked_alone", decision, by, reason)
    tell_moderators(_("Review today or on the next working day: a writer was looked up alone"), by)
    return decision


@transaction.atomic
def review_unmasking(*, decision: Unmasking, by: User, was_right: bool, note: str) -> Unmasking:
    """Somebody else says whether it was right. Raises ValueError for whoever decided, or twice."""
    held = Unmasking.objects.select_for_update().get(pk=decision.pk)
    if held.asked_by_id == by.pk or held.ground != UnmaskingGround.LIFE or held.reviewed_at:
        raise ValueError("Reviewed once, by somebody else.")
    held.reviewed_by, held.reviewed_at = by, timezone.now()
    held.was_right, held.review_note = was_right, note
    held.save()
    audit("forum.unmasking_reviewed", held, by, note)
    return held


@transaction.atomic
def see_author(*, decision: Unmasking, by: User) -> User:
    """Who wrote it, for those who decided. Recorded each time. Raises NotDecided."""
    held = Unmasking.objects.get(pk=decision.pk)
    if not held.is_decided or by.pk not in {held.asked_by_id, held.seconded_by_id}:
        raise NotDecided
    audit("forum.author_unmasked", held, by, held.reason)
    return User.objects.get(pk=author_id_of(held.post))


def open_wish(wish: Unmasking) -> Unmasking:
    """The wish as stored, held. Raises ValueError once it is closed."""
    held = Unmasking.objects.waiting_for_second().select_for_update().filter(pk=wish.pk).first()
    if held is None:
        raise ValueError("This wish is closed.")
    return held


def audit(action: str, decision: Unmasking, by: User, reason: str = "") -> None:
    subject = f"post {decision.post_id}"
    record_audit(action=action, subject=subject, person_id=by.pk, reason=reason)


def tell_moderators(text: str, by: User) -> None:
    """All but whoever acts. Nothing of the post stands in it."""
    people = [pk for pk in hub_moderators() if pk != by.pk]
    notify(people=people, category=Category.TASK, text=text, url=reverse("forum:unmaskings"))
