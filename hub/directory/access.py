"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.directory.models import Conversation
from hub.directory.people import is_verified, shown_people, with_entries
from hub.users.models import User


def require_practitioner(reader: Reader) -> None:
    """Raises Http404 for everybody who isn't verified."""
    require(is_verified(reader))


def access_person(person_id: int, reader: Reader) -> User:
    """Somebody with an entry that this reader may see. Raises Http404."""
    require_practitioner(reader)
    return found(with_entries(shown_people()).filter(pk=person_id).first())


def access_recipient(person_id: int, reader: Reader) -> User:
    """Somebody with an entry whom this reader may write to. Raises Http404 for oneself."""
    require(person_id != reader.user_id)
    return access_person(person_id, reader)


def access_conversation(conversation_id: int, reader: Reader) -> Conversation:
    """A conversation that this reader takes part in. Raises Http404."""
    require(reader.is_signed_in)
    mine = Conversation.objects.of(reader.user_id).with_people()
    return found(mine.filter(pk=conversation_id).first())
