from typing import Any

from wagtail.management.commands.publish_scheduled import Command as PublishScheduled

from search.sync.capture import capture


class Command(PublishScheduled):
    """Wagtail's command as one transaction whose end writes the search rows."""

    def handle(self, *args: Any, **options: Any) -> None:
        with capture():
            super().handle(*args, **options)
