from hub.forum.models import Thread
from hub.notices.models import Subscription
from hub.notices.services import subscribe, unsubscribe
from hub.users.models import User


def follow_thread(*, thread: Thread, person: User) -> Subscription:
    return subscribe(person=person, kind="thread", object_id=thread.pk)


def unfollow_thread(*, thread: Thread, person: User) -> bool:
    return unsubscribe(person_id=person.pk, kind="thread", object_id=thread.pk)


def followers(thread: Thread, *, besides: int) -> list[int]:
    """Ids of the people who follow the thread, without the one who acts. One query."""
    rows = Subscription.objects.of("thread", thread.pk).exclude(person_id=besides)
    return list(rows.values_list("person_id", flat=True))
