from django.utils import timezone

from hub.forum.models import Post, PostNews
from hub.forum.telling import tell_followers
from hub.notices.tasks import enqueue


def announce(*, post: Post, by_mail: bool = True) -> None:
    """Has followers told of a post, in the caller's transaction; a second time changes nothing.

    Costs one row and one task, however many follow.
    """
    PostNews.objects.get_or_create(post=post, defaults={"by_mail": by_mail})
    enqueue(tell_followers)


def announce_change(*, post: Post) -> None:
    """Has followers told that an event has another time or place, once for each edit.

    Of one that waits for a moderator they hear when it is shown. In the caller's transaction.
    Whoever hasn't been told of the event itself yet hears of it by this.
    """
    PostNews.objects.update_or_create(
        post=post,
        defaults={
            "version": post.version,
            "waits": post.is_held,
            "reached": 0,
            "due_at": timezone.now(),
        },
    )
    enqueue(tell_followers)


def announce_what_waited(*, post: Post) -> None:
    """Has followers told of a change that a moderator had to see first."""
    waiting = PostNews.objects.filter(post=post, waits=True)
    if waiting.update(waits=False, due_at=timezone.now()):
        enqueue(tell_followers)
