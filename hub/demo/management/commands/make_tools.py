from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from hub.demo.loader.content import folder
from hub.demo.tools.making import made


class Command(BaseCommand):
    """Writes the templates of the demonstration into a folder, to look at them."""

    help = "Make the Word files and spreadsheets of the tools; a second run gives the same files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="Where to write them.")

    def handle(self, **options: Any) -> None:
        target: Path = options["folder"]
        target.mkdir(parents=True, exist_ok=True)
        for fact in folder("tools"):
            name, data = made(fact["slug"])
            (target / name).write_bytes(data)
            self.stdout.write(f"{target / name}")
