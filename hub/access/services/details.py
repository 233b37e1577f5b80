from datetime import datetime

from hub.access.models import DetailsCheck
from hub.access.personal_data import delete_batch
from hub.core.personal_details.checking import Outcome


def record_details_check(*, outcome: Outcome | None) -> DetailsCheck | None:
    """Adds what a form's check came to; nothing where it found nothing."""
    if outcome is None:
        return None
    return DetailsCheck.objects.create(
        place=outcome.place, kinds=outcome.kinds, decision=outcome.decision
    )


def purge_details_checks(*, before: datetime) -> int:
    """Deletes one batch of the checks made before a moment; how many went."""
    return delete_batch(DetailsCheck.objects.filter(at__lt=before))
