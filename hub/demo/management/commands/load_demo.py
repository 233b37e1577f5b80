import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from hub.core.statistics import refresh_statistics
from hub.demo.loader.everything import addresses, load_everything


class Command(BaseCommand):
    """Fills the hub with its demonstration content."""

    help = "Create the demonstration content that is missing; edited pages are left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--map", action="store_true", help="Print one JSON object: fact id to address."
        )

    def handle(self, **options: Any) -> None:
        made = load_everything()
        refresh_statistics()
        if options["map"]:
            self.stdout.write(json.dumps(addresses(), ensure_ascii=False, sort_keys=True))
        elif options["verbosity"]:
            self.stdout.write(f"Demonstration content: {made} pages added.")
