"""What the search entries need done from time to time."""

from django.core.management import call_command

from search.engines.current import outside
from search.models import Entry, Removal
from search.sync.tasks import call_for_shipping


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
