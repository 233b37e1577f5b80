"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.support.models import SupportRequest
from hub.support.permissions import is_front_line


def require_front_line(reader: Reader) -> None:
    """Raises Http404 for everybody who isn't on the team."""
    require(is_front_line(reader))


def access_own(request_id: int, reader: Reader) -> SupportRequest:
    """A request of this reader. Raises Http404 for anybody else's."""
    require(reader.is_signed_in)
    mine = SupportRequest.objects.of(reader.user_id).with_people()
    return found(mine.filter(pk=request_id).first())


def access_at_desk(request_id: int, reader: Reader) -> SupportRequest:
    """A request that this reader may work on. Raises Http404 for all who aren't on the team."""
    at_desk = SupportRequest.objects.at_desk(reader).with_people()
    return found(at_desk.filter(pk=request_id).first())
