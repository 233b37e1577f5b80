"""What the search entries need done from time to time."""

from django.core.management import call_command


def publish_scheduled() -> None:
    """Publishes and expires what is due, with its search rows in the same transaction."""
    call_command("publish_scheduled")
