import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.current import ENGINES, engine_named
from search.evaluation.collection import CollectionError, read_collection
from search.evaluation.run import evaluate
from search.evaluation.scratch import scratch_database


class Command(BaseCommand):
    help = "Measures the search on a judged collection, in a throw-away database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--collection", type=Path, required=True, metavar="DIR")
        parser.add_argument("--engine", choices=ENGINES, default="database")
        parser.add_argument("--json", action="store_true", help="print one line of JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            collection = read_collection(options["collection"])
        except CollectionError as error:
            raise CommandError(str(error)) from error
        with scratch_database() as alias:
            report = evaluate(collection, engine_named(options["engine"], alias), alias)
        measured = report.as_keys()
        if options["json"]:
            self.stdout.write(json.dumps(measured))
            return
        labels = ("nDCG@10", "MAP", "R@100", "p50 ms", "p95 ms")
        for label, value in zip(labels, measured.values(), strict=True):
            self.stdout.write(f"{label:8} {value:.3f}")
