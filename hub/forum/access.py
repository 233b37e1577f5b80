"""How the views come by what a person names. Forbidden equals missing."""

from collections.abc import Callable
from functools import partial

from django.http import Http404

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.forum.authorship import own_among, own_held
from hub.forum.models import (
    Appeal,
    Attachment,
    Case,
    Post,
    Sanction,
    Space,
    Thanks,
    Thread,
    Unmasking,
)
from hub.forum.models.moderators import keeps
from hub.forum.models.post import QUESTION
from hub.forum.models.thread import author_paths
from hub.forum.permissions import is_moderator
from hub.forum.services.unmasking import see_author
from hub.users.models import User


def access_space(slug: str, reader: Reader) -> Space:
    """A space that this reader may see. Raises Http404."""
    spaces = Space.objects.readable_by(reader).select_related("access_rule").with_subjects()
    return found(spaces.filter(slug=slug).first())


def access_kept_space(slug: str, reader: Reader) -> Space:
    """A space that this reader may see and keeps. Raises Http404."""
    space = access_space(slug, reader)
    require(keeps(reader, space))
    return space


def access_thread(thread_id: int, reader: Reader) -> Thread:
    """A thread that this reader may open; hidden ones only as a moderator. Raises Http404."""
    threads = Thread.objects.open_to(reader).select_related(
        "space__access_rule", "accepted", *author_paths("author"), *author_paths("accepted__author")
    )
    return found(threads.filter(pk=thread_id).first())


def access_thread_page(thread_id: int, reader: Reader) -> Thread:
    """A thread to look at, one's own question that waits for a moderator too. Raises Http404."""
    try:
        return access_thread(thread_id, reader)
    except Http404:
        require_own_held(reader, thread=thread_id, number=QUESTION)
        threads = Thread.objects.readable_by(reader).with_authors()
        return found(threads.filter(pk=thread_id).first())


def access_merged(thread_id: int, reader: Reader) -> Thread:
    """The thread that another became part of. Raises Http404."""
    return found(Thread.objects.open_to(reader).filter(merged=thread_id).first())


def access_post_place(post_id: int, reader: Reader) -> Post:
    """A post to be led to, one's own that waits for a moderator too. Raises Http404."""
    try:
        return access_post(post_id, reader)
    except Http404:
        require_own_held(reader, pk=post_id)
        posts = Post.objects.filter(thread__in=Thread.objects.readable_by(reader))
        return found(posts.select_related("thread").filter(pk=post_id).first())


def require_own_held(reader: Reader, **which: int) -> None:
    require(reader.is_signed_in)
    require(Post.objects.filter(own_held(reader.user_id), **which).exists())


def access_post(post_id: int, reader: Reader) -> Post:
    """A post that this reader may see; hidden ones only as a moderator. Raises Http404."""
    posts = Post.objects.open_to(reader).select_related(
        "thread__space__access_rule", *author_paths("author")
    )
    return found(posts.filter(pk=post_id).first())


def access_attachment(attachment_id: int, reader: Reader) -> Attachment:
    """A file of a post that this reader may see, or of their own that waits. Raises Http404."""
    files = Attachment.objects.select_related("post__thread__space__access_rule")
    file = files.open_to(reader).filter(pk=attachment_id).first()
    if file is None:
        require_own_held(reader, attachments=attachment_id)
        readable = Thread.objects.readable_by(reader)
        file = files.filter(pk=attachment_id, post__thread__in=readable).first()
    return found(file)


def access_unmasking(unmasking_id: int, reader: Reader) -> Unmasking:
    """A look at an anonymous writer in a space that this moderator may see. Raises Http404."""
    require(is_moderator(reader))
    found_there = Unmasking.objects.readable_by(reader).with_people()
    return found(found_there.filter(pk=unmasking_id).first())


def access_thanks(thanks_id: int, reader: Reader) -> Thanks:
    """Thanks on a page for this very reader. Raises Http404."""
    own = Thanks.objects.filter(person=reader.user_id).select_related("grown__page")
    return found(own.filter(pk=thanks_id).first())


def access_case(case_id: int, reader: Reader) -> Case:
    """A case of a post in a space that this reader moderates. Raises Http404."""
    cases = Case.objects.moderated_by(reader).with_posts()
    return found(cases.filter(pk=case_id).first())


def access_own_decision(case_id: int, reader: Reader) -> Case:
    """A decision against a post that this reader wrote. Raises Http404."""
    cases = Case.objects.against().select_related("post__thread__space__access_rule", "decided_by")
    case = found(cases.filter(pk=case_id).first())
    require(bool(own_among([case.post], reader.user_id)))
    return case


def access_appeal(appeal_id: int, reader: Reader) -> Appeal:
    """An appeal against a decision in a space that this reader moderates. Raises Http404."""
    appeals = Appeal.objects.moderated_by(reader).with_cases()
    return found(appeals.filter(pk=appeal_id).first())


def access_own_sanction(sanction_id: int, reader: Reader) -> Sanction:
    """What was laid on this reader. Raises Http404 for anybody else's."""
    return found(Sanction.objects.filter(person=reader.user_id, pk=sanction_id).first())


def access_sanction(sanction_id: int, reader: Reader) -> Sanction:
    """Any, for moderators of the hub. Raises Http404."""
    require(is_moderator(reader))
    return found(Sanction.objects.filter(pk=sanction_id).first())


def access_writer(post_id: int, reader: Reader) -> tuple[Post, Callable[[], User]]:
    """A post, and how a moderator of the hub comes by its writer. Raises Http404.

    Without a name it's a look that the moderator decided before with another, or alone as the
    safeguarding lead; each use of the name is recorded. Nobody's own posts.
    """
    require(is_moderator(reader))
    post = access_post(post_id, reader)
    require(not own_among([post], reader.user_id))
    if post.author is not None:
        return post, partial(User.objects.get, pk=post.author_id)
    by = User.objects.get(pk=reader.user_id)
    looks = Unmasking.objects.filter(post=post).decided_by(by)
    return post, partial(see_author, decision=found(looks.first()), by=by)
