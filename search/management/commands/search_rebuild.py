from typing import Any

from django.core.management.base import BaseCommand

from search.engines.database.tables import ensure_tables
from search.sync.reconcile import reconcile


class Command(BaseCommand):
    help = "Writes the search rows of everything anew, a batch at a time, while the hub runs."

    def handle(self, *_args: Any, **_options: Any) -> None:
        ensure_tables(anew=True)
        report = reconcile(repair=True)
        self.stdout.write(f"{report.things} things, {len(report.wrong)} rows mended.")
