from allauth.usersessions.models import UserSession
from django.db import transaction

from hub.users.models import User


@transaction.atomic
def end_sessions(*, person: User) -> int:
    """Ends every session of a person; the number ended. One query a session."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)
