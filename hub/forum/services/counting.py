"""What a thread says of its posts, worked out again from the posts."""

from django.db.models import Count, Max

from hub.forum.citing import refresh_citations
from hub.forum.models import Thread
from hub.forum.models.post import QUESTION


def locked(thread: Thread) -> Thread:
    """The thread as stored, held until the caller's transaction ends. Writers queue here."""
    return Thread.objects.select_for_update().get(pk=thread.pk)


def refresh_thread(thread: Thread) -> Thread:
    """Counts visible replies, dates the last post, remakes the citations and saves.

    The hidden question hides the thread. Run it in the transaction that changed a post.
    """
    visible = thread.posts.visible()
    found = visible.aggregate(last=Max("created_at"), count=Count("pk"))
    question = visible.filter(number=QUESTION).exists()
    thread.reply_count = found["count"] - int(question)
    thread.last_post_at = found["last"] or thread.created_at
    refresh_citations(thread)
    thread.save()
    return thread
