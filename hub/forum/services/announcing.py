from hub.forum.models import Post, PostNews
from hub.forum.telling import tell_followers
from hub.notices.tasks import enqueue


def announce(*, post: Post, by_mail: bool = True) -> None:
    """Has followers told of a post, in the caller's transaction; a second time changes nothing.

    Costs one row and one task, however many follow.
    """
    PostNews.objects.get_or_create(post=post, defaults={"by_mail": by_mail})
    enqueue(tell_followers)
