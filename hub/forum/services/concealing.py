"""Taking a post out of everybody's sight, and bringing it back. Both in the caller's transaction.

Everything that lists, counts, finds, sends or cites posts leaves out what is hidden, and a held
post is a hidden one.
"""

from django.db.models import Max
from django.utils import timezone

from hub.forum.models import Post, Thread
from hub.forum.services.announcing import announce, announce_what_waited
from hub.forum.services.counting import refresh_thread
from hub.forum.services.waiting import offer_question
from hub.notices.services import withdraw_notices


def conceal(post: Post, thread: Thread) -> None:
    """A question hides its thread. An accepted answer is accepted no longer.

    Notices of it that nobody has seen are taken back.
    """
    post.hidden_at = timezone.now()
    post.save()
    if post.is_question:
        thread.hidden_at = post.hidden_at
    if thread.accepted_id == post.pk:
        thread.accepted = None
    refresh_thread(thread)
    withdraw_notices(kind="thread", object_id=thread.pk, url=post.get_absolute_url())


def show(post: Post, thread: Thread) -> None:
    """What nobody has been told of yet is dated anew, comes last, and is told of now."""
    post.hidden_at, post.hidden_by, post.hidden_reason, post.held_at = None, None, "", None
    is_new = not post.is_announced
    if is_new:
        date_anew(post, thread)
    post.is_announced = True
    post.save()
    if post.is_question:
        thread.hidden_at = None
    refresh_thread(thread)
    announce_what_waited(post=post)
    if is_new:
        announce(post=post)
        if post.is_question and thread.is_question:
            offer_question(thread=thread)


def date_anew(post: Post, thread: Thread) -> None:
    post.created_at = timezone.now()
    if post.is_question:
        thread.created_at = post.created_at
        return
    later = thread.posts.exclude(pk=post.pk).aggregate(last=Max("number"))["last"]
    post.number = max(post.number, later + 1)
