from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from hub.users.models import User


@transaction.atomic
def end_sessions(*, person: User, but: str | None = None) -> int:
    """Ends every session of a person, save that of the key `but`; how many. One query a session."""
    sessions = list(UserSession.objects.filter(user=person).exclude(session_key=but))
    for session in sessions:
        session.end()
    return len(sessions)


def end_all_sessions(person: User, *, but: str | None = None) -> None:
    """Ends those too that allauth has no row of. Reads every current session: 0.1 ms each.

    The session of the key `but` goes on.
    """
    end_sessions(person=person, but=but)
    current = Session.objects.filter(expire_date__gte=timezone.now()).exclude(pk=but)
    mine = [
        session.pk
        for session in current.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    Session.objects.filter(pk__in=mine).delete()
