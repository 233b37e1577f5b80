"""What the search entries need done from time to time."""

from django.core.management import call_command
from django.utils import timezone

from search.engines.current import outside
from search.evaluation.own import evaluate_own
from search.models import Entry, Evaluation, Removal
from search.sync.tasks import call_for_shipping

# Behind the nightly purge, when few people search.
HOUR = 3


def publish_scheduled() -> None:
    """Publishes and expires what is due, with its search rows in the same transaction."""
    call_command("publish_scheduled")


def ship() -> None:
    """Starts the sweep where something was left to tell an outside engine."""
    if outside():
        call_for_shipping()
    else:
        forget_what_was_shipped()


def forget_what_was_shipped() -> None:
    """An engine that is no longer told of changes holds nothing for sure."""
    Removal.objects.all().delete()
    Entry.objects.filter(synced_version__gt=0).update(synced_version=0)


def measure_nightly() -> str:
    """Asks the hub's own judged searches, once a day. One query on all other ticks."""
    local = timezone.localtime()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    if local.hour < HOUR or Evaluation.objects.filter(at__gte=midnight).exists():
        return "not yet, or done today"
    made = evaluate_own()
    return f"nDCG@10 {made.ndcg:.3f}" if made else "nothing is judged"
