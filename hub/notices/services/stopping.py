from hub.notices.enums import Category
from hub.notices.services.choices import stop_category, stop_round_ups
from hub.notices.services.subscriptions import unsubscribe
from hub.notices.unsubscribing import Stop
from hub.users.models import User


def stop_mail(*, stop: Stop) -> None:
    """Does what the one click of a mail asks for; a second time changes nothing more.

    Nothing is left to do for an account that is no more.
    """
    if stop.kind and stop.object_id is not None:
        unsubscribe(person_id=stop.person_id, kind=stop.kind, object_id=stop.object_id)
        return
    person = User.objects.filter(pk=stop.person_id).select_related("notice_choices").first()
    if person is None:
        return
    if stop.category:
        stop_category(person=person, category=Category(stop.category))
    else:
        stop_round_ups(person=person)
