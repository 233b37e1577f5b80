"""Which posts wait for a moderator before anybody reads them. Nothing is decided here.

The reasons that lie in the writer are told to nobody where the post is anonymous: that somebody is
new could tell who it is.
"""

from dataclasses import dataclass

from django.conf import settings

from hub.access.enums import Role
from hub.access.readers import Reader, reader_for
from hub.core.personal_details.checking import check_text
from hub.core.personal_details.kinds import DetailKind
from hub.forum.authorship import shown_posts_of
from hub.forum.citing import HREF
from hub.forum.enums import HoldReason
from hub.forum.models import Post
from hub.forum.models.moderators import moderates
from hub.forum.phrases import found_phrases
from hub.forum.sanctions import is_restricted
from hub.users.models import User

MOST_LINKS_OF_NEW_PEOPLE = 2
# A service's own number or address is no sign of a person.
STRONG = frozenset(DetailKind) - {DetailKind.TELEPHONE, DetailKind.EMAIL}


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a post waits, as moderators may know it."""

    reasons: tuple[HoldReason, ...]
    note: str = ""


def hold_for(post: Post, writer: User, title: str = "", *, is_edit: bool = False) -> Hold | None:
    """Why this text of a post has to wait, or None. Some five queries, two for moderators.

    An edit waits for what it says, and where its writer is restricted.
    """
    reader = reader_for(writer)
    # What restricted people post anew has a name: see `refuse_anonymous`.
    restricted = not post.is_anonymous and is_restricted(writer.pk)
    if looks_themselves(reader, post) and not restricted:
        return None
    of_text, note = holds_of_text(post, f"{title}\n{post.body}")
    of_writer = [] if is_edit else holds_of_writer(post, writer, reader)
    if restricted:
        of_writer.append(HoldReason.RESTRICTED)
    if not of_text and not of_writer:
        return None
    told = of_text if post.is_anonymous else [*of_writer, *of_text]
    return Hold(tuple(told), note)


def looks_themselves(reader: Reader, post: Post) -> bool:
    """Moderators of the space and the front-line team, who'd be asked to look."""
    return reader.has_role(Role.FRONT_LINE) or moderates(reader, post.thread.space)


def holds_of_text(post: Post, text: str) -> tuple[list[HoldReason], str]:
    phrases = found_phrases(text)
    reasons = [HoldReason.WORDS] if phrases else []
    if post.thread.space.is_sensitive and has_strong_details(text):
        reasons.append(HoldReason.DETAILS)
    return reasons, "; ".join(f"“{held.phrase}”: {held.why}" for held in phrases)[:300]


def has_strong_details(text: str) -> bool:
    return any(finding.kind in STRONG for finding in check_text(text).findings)


def holds_of_writer(post: Post, writer: User, reader: Reader) -> list[HoldReason]:
    if is_known(reader):
        return []
    shown = shown_posts_of(writer, but=post).count()
    reasons = [HoldReason.FIRST] if shown < settings.FORUM_APPROVED_POSTS else []
    if not shown and len(HREF.findall(post.html)) > MOST_LINKS_OF_NEW_PEOPLE:
        reasons.append(HoldReason.LINKS)
    return reasons


def is_known(reader: Reader) -> bool:
    """A verified practitioner, or anybody with a role that somebody gave them."""
    return any(held.role not in {Role.MEMBER, Role.OWNER} for held in reader.roles)
