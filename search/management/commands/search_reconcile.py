from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search.sync.reconcile import reconcile


class Command(BaseCommand):
    help = "Compares the search rows with the content and mends what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say what differs; exit 1")

    def handle(self, *_args: Any, **options: Any) -> None:
        report = reconcile(repair=not options["check"])
        for kind, object_id in report.wrong:
            self.stdout.write(f"{kind} {object_id}")
        self.stdout.write(f"{report.things} things compared, {len(report.wrong)} differed.")
        if options["check"] and report.wrong:
            raise SystemExit(1)
