"""Who wrote a post, anonymous ones too. Nothing else reads the hidden authors.

What is found out here is for the writer's own notices and rights, and for those who may unmask;
it never goes into a page, a feed, a mail or an index that somebody else reads.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from hub.access.readers import Reader
from hub.forum.models import Attachment, HiddenAuthor, Post, Thread
from hub.forum.models.moderators import moderates
from hub.forum.models.post import QUESTION
from hub.users.models import User


def hide_author(post: Post, person: User) -> None:
    HiddenAuthor.objects.create(post=post, person=person)


def author_id_of(post: Post) -> int:
    """The id of who wrote it. A query for an anonymous post only."""
    if post.author_id is not None:
        return post.author_id
    return HiddenAuthor.objects.values_list("person_id", flat=True).get(post_id=post.pk)


def asker_id_of(thread: Thread) -> int:
    """The id of who asked. A query for an anonymous question only."""
    if thread.author_id is not None:
        return thread.author_id
    asked = HiddenAuthor.objects.filter(post__thread=thread.pk, post__number=QUESTION)
    return asked.values_list("person_id", flat=True).get()


def own_among(posts: Iterable[Post], person_id: int | None) -> set[int]:
    """Which of these posts this person wrote, by id. One query where some are anonymous."""
    if person_id is None:
        return set()
    rows = list(posts)
    own = {post.pk for post in rows if post.author_id == person_id}
    hidden = [post.pk for post in rows if post.is_anonymous]
    if hidden:
        theirs = HiddenAuthor.objects.filter(post__in=hidden, person=person_id)
        own.update(theirs.values_list("post_id", flat=True))
    return own


def attachments_of(person_id: int) -> QuerySet[Attachment]:
    """Every file that somebody attached, to posts without a name too."""
    return Attachment.objects.filter(post__in=Post.objects.filter(own_posts(person_id)))


def own_posts(person_id: int) -> Q:
    """Everything that this person wrote."""
    unnamed = HiddenAuthor.objects.filter(person=person_id).values("post")
    return Q(author=person_id) | Q(pk__in=unnamed)


def own_held(person_id: int) -> Q:
    """Posts of this person that wait for a moderator."""
    return Q(held_at__isnull=False) & own_posts(person_id)


def shown_posts_of(person: User, *, but: Post) -> QuerySet[Post]:
    """Other posts of theirs that are in sight, for a post with a name those with a name alone.

    Else what isn't held any more would tell that they wrote something without one.
    """
    theirs = own_posts(person.pk) if but.is_anonymous else Q(author=person)
    return Post.objects.visible().filter(theirs, thread__hidden_at=None).exclude(pk=but.pk)


def is_askers_own(thread: Thread, person: User, *, anonymous: bool) -> bool:
    """Whether a post of this person may be marked as the asker's: never so that it tells a name.

    Under their name only where they asked under it, and without only where they asked without;
    never in a thread that came in by a file, whose asker is elsewhere.
    """
    own = asker_id_of(thread) == person.pk and not thread.is_imported
    return own and (thread.author_id is None) == anonymous


def latest_question_of(person: User, *, anonymous: bool) -> Thread | None:
    """Their latest thread, of those under their name or of those without."""
    if not anonymous:
        return Thread.objects.filter(author=person).order_by("-pk").first()
    theirs = HiddenAuthor.objects.filter(person=person, post__number=QUESTION)
    latest = theirs.select_related("post__thread").order_by("-post__thread").first()
    return latest.post.thread if latest else None


def may_choose_answer(reader: Reader, thread: Thread) -> bool:
    """The asker, or a moderator of the space."""
    if not reader.is_signed_in or not thread.is_question:
        return False
    return moderates(reader, thread.space) or asker_id_of(thread) == reader.user_id


def may_edit(reader: Reader, post: Post) -> bool:
    """Only who wrote it, and not once it is hidden: moderators hide, they don't rewrite."""
    return bool(own_among([post], reader.user_id)) and not post.is_hidden
