"""What a moderator decides about a post that was reported or held."""

from django.db import transaction

from hub.access.readers import Reader
from hub.access.services import record_audit
from hub.forum.authorship import own_among
from hub.forum.enums import Decision, Measure
from hub.forum.models import Case, Post
from hub.forum.models.case import AGAINST
from hub.forum.permissions import is_moderator
from hub.forum.services.cases import close_case, held_case
from hub.forum.services.counting import locked
from hub.forum.services.hiding import hide_post
from hub.forum.services.holding import approve_post, refuse_post
from hub.forum.services.sanctions import impose
from hub.users.models import User

HELD = (Decision.APPROVE, Decision.REFUSE)


def decisions_for(post: Post, reader: Reader) -> list[Decision]:
    """What this moderator may decide of a post. Nobody clears what they wrote.

    To warn somebody is for moderators of the hub, and for posts that have a name.
    """
    own = bool(own_among([post], reader.user_id))
    found = list(HELD if post.is_held else (Decision.NOTHING, Decision.HIDE))
    if not post.is_held and not post.is_anonymous and not own and is_moderator(reader):
        found.append(Decision.WARN)
    return [decision for decision in found if not own or decision in AGAINST]


@transaction.atomic
def decide_case(*, case: Case, by: User, decision: Decision, reason: str = "") -> Case:
    """Does what was decided and closes the case. Recorded.

    Raises CaseTaken while another moderator looks at it, and ValueError for what can't be decided
    of this post, such as that one's own is right.
    """
    locked(case.post.thread)
    post = held_case(case, by).post
    if decision not in AGAINST and own_among([post], by.pk):
        raise ValueError("Nobody clears what they wrote.")
    if (decision in HELD) != post.is_held:
        raise ValueError("This can't be decided of the post as it is now.")
    if decision in {Decision.HIDE, Decision.WARN}:
        hide_post(post=post, by=by, reason=reason, decision=decision)
        if decision == Decision.WARN:
            if post.author is None:
                raise ValueError("Nobody is known who could be warned.")
            impose(person=post.author, measure=Measure.WARN, reason=reason, by=by)
    elif decision == Decision.APPROVE:
        approve_post(post=post, by=by, reason=reason)
    elif decision == Decision.REFUSE:
        refuse_post(post=post, by=by, reason=reason)
    else:
        close_case(post=post, by=by, decision=decision, reason=reason)
        record_audit(
            action="forum.post_left", subject=f"post {post.pk}", person_id=by.pk, reason=reason
        )
    return Case.objects.get(pk=case.pk)
