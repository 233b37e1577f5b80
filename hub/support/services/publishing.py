from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hub.access.readers import ANONYMOUS
from hub.access.services import record_audit
from hub.forum.models import Space, Thread
from hub.forum.services import accept_answer, ask_question, reply_to_thread
from hub.support.models import SupportRequest
from hub.support.services.standing import locked
from hub.support.services.telling import tell_asker
from hub.taxonomy.models import Theme
from hub.users.models import User


class NotAgreed(Exception):
    """The asker did not agree that anything of the request is published."""


def open_spaces() -> QuerySet[Space]:
    return Space.objects.readable_by(ANONYMOUS).select_related("access_rule")


@transaction.atomic
def publish(
    *,
    request: SupportRequest,
    by: User,
    space: Space,
    title: str,
    body: str,
    answer: str = "",
    themes: Iterable[Theme] = (),
    at: datetime | None = None,
) -> Thread:
    """Asks the general part anew in the forum, in the name of whoever rewrote it. Recorded.

    An answer that comes along is theirs too, and the accepted one. A request is published once.
    Raises NotAgreed without the asker's leave, and ValueError where not everybody reads the space.
    """
    stored = locked(request)
    if not stored.may_publish:
        raise NotAgreed
    if not open_spaces().filter(pk=space.pk).exists():
        raise ValueError("Only a space that everybody reads.")
    if stored.thread:
        return stored.thread
    thread = ask_question(author=by, space=space, title=title, body=body, themes=themes, at=at)
    if answer:
        post = reply_to_thread(thread=thread, author=by, body=answer, at=at)
        accept_answer(post=post, by=by, at=at)
    stored.thread = thread
    stored.save(update_fields=["thread"])
    record_audit(
        action="support.published",
        subject=f"support request {stored.pk} as thread {thread.pk}",
        person_id=by.pk,
    )
    tell_asker(stored, _("The general part of your request %(n)d is in the forum now"), at)
    return thread
