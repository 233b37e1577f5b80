from hub.access.models import DetailsCheck
from hub.core.personal_details.checking import Outcome


def record_details_check(*, outcome: Outcome | None) -> DetailsCheck | None:
    """Adds what a form's check came to; nothing where it found nothing."""
    if outcome is None:
        return None
    return DetailsCheck.objects.create(
        place=outcome.place, kinds=outcome.kinds, decision=outcome.decision
    )
