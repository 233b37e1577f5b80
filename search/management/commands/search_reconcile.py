from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search.engines.current import outside
from search.management.outside import with_engine
from search.sync.reconcile import reconcile


class Command(BaseCommand):
    help = "Compares content, search rows and the outside engine, and mends what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say what differs; exit 1")

    def handle(self, *_args: Any, **options: Any) -> None:
        repair = not options["check"]
        report = reconcile(repair=repair)
        for kind, object_id in report.wrong:
            self.stdout.write(f"{kind} {object_id}")
        self.stdout.write(f"{report.things} things compared, {len(report.wrong)} differed.")
        there = self.compare_outside(repair) if outside() else []
        if options["check"] and (report.wrong or there):
            raise SystemExit(1)

    def compare_outside(self, repair: bool) -> list[int]:
        """Ids of the entries of which the engine holds something else; mended by a sweep."""
        wrong = with_engine("search.sync.comparing.compare_live_index", repair=repair)
        for entry_id in wrong:
            self.stdout.write(f"entry {entry_id}")
        self.stdout.write(f"The engine's copies differed in {len(wrong)}.")
        if repair and wrong:
            with_engine("search.sync.shipping.ship")
        return wrong
