from typing import Any

from django.core.management.base import BaseCommand

from search.engines.current import outside
from search.engines.database.tables import ensure_tables
from search.management.outside import with_engine
from search.sync.reconcile import reconcile


class Command(BaseCommand):
    help = "Makes the search rows and the indexes over them anew, while the hub runs."

    def handle(self, *_args: Any, **_options: Any) -> None:
        ensure_tables(anew=True)
        report = reconcile(repair=True)
        self.stdout.write(f"{report.things} things, {len(report.wrong)} rows mended.")
        if outside():
            held = with_engine("search.sync.rebuilding.rebuild_live_index")
            self.stdout.write(f"{held} entries in the new index.")
