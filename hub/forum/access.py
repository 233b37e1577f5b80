"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.forum.models import Attachment, Post, Report, Space, Thanks, Thread, Unmasking
from hub.forum.models.moderators import keeps
from hub.forum.models.thread import author_paths
from hub.forum.permissions import is_moderator


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


def access_post(post_id: int, reader: Reader) -> Post:
    """A post that this reader may see; hidden ones only as a moderator. Raises Http404."""
    posts = Post.objects.open_to(reader).select_related(
        "thread__space__access_rule", *author_paths("author")
    )
    return found(posts.filter(pk=post_id).first())


def access_attachment(attachment_id: int, reader: Reader) -> Attachment:
    """A file of a post that this reader may see. Raises Http404."""
    files = Attachment.objects.open_to(reader).select_related("post__thread__space__access_rule")
    return found(files.filter(pk=attachment_id).first())


def access_unmasking(unmasking_id: int, reader: Reader) -> Unmasking:
    """A look at an anonymous writer in a space that this moderator may see. Raises Http404."""
    require(is_moderator(reader))
    found_there = Unmasking.objects.readable_by(reader).with_people()
    return found(found_there.filter(pk=unmasking_id).first())


def access_thanks(thanks_id: int, reader: Reader) -> Thanks:
    """Thanks on a page for this very reader. Raises Http404."""
    own = Thanks.objects.filter(person=reader.user_id).select_related("grown__page")
    return found(own.filter(pk=thanks_id).first())


def access_report(report_id: int, reader: Reader) -> Report:
    """A report in a space that this reader moderates. Raises Http404 for everybody else."""
    return found(Report.objects.moderated_by(reader).filter(pk=report_id).first())
