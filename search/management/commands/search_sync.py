from typing import Any

from django.core.management.base import BaseCommand

from search.engines.current import outside
from search.management.outside import with_engine


class Command(BaseCommand):
    help = "Tells the outside search engine of everything it has not heard of yet."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not outside():
            self.stdout.write("The database searches its own rows; there is nobody to tell.")
            return
        shipped = with_engine("search.sync.shipping.ship")
        self.stdout.write(
            f"{shipped.entries} entries and {shipped.removals} removals told, "
            f"{shipped.refused} refused."
        )
