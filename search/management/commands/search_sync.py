from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from search.engines.current import outside


class Command(BaseCommand):
    help = "Tells the outside search engine of everything it has not heard of yet."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not outside():
            self.stdout.write("The database searches its own rows; there is nobody to tell.")
            return
        unavailable = import_string("search.engines.elastic.client.UNAVAILABLE")
        try:
            shipped = import_string("search.sync.shipping.ship")()
        except unavailable as error:
            raise CommandError(f"The search engine is away: {error}") from error
        self.stdout.write(
            f"{shipped.entries} entries and {shipped.removals} removals told, "
            f"{shipped.refused} refused."
        )
