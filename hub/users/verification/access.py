"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.users.models import VerificationRequest
from hub.users.verification.approvers import is_approver


def require_approver(reader: Reader) -> None:
    """Raises Http404 for everybody else."""
    require(is_approver(reader))


def access_request(request_id: int, reader: Reader) -> VerificationRequest:
    """A request that waits for this approver. Raises Http404 for any other, and for one's own."""
    waiting = VerificationRequest.objects.decidable_by(reader).select_related("person", "area")
    return found(waiting.filter(pk=request_id).first())
