from hub.forum.models import Thread
from hub.notices.models import Subscription
from hub.notices.services import subscribe
from hub.users.models import User


def follow_thread(*, thread: Thread, person: User) -> Subscription:
    return subscribe(person=person, kind="thread", object_id=thread.pk)
