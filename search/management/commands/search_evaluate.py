import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search.engines.current import ENGINES
from search.evaluation.collection import CollectionError, read_collection
from search.evaluation.run import load, load_meaning, measure
from search.evaluation.scratch import engine_over, scratch_database
from search.evaluation.slips import misspelt
from search.meaning.current import load as load_model
from search.meaning.folder import ModelError

if TYPE_CHECKING:
    from search.meaning.model import Model


def wanted_model(words_alone: bool) -> "Model | None":
    """The model that the hub's settings name. Raises ModelError."""
    folder = "" if words_alone else settings.SEMANTIC_MODEL_DIR
    return load_model(folder) if folder else None


class Command(BaseCommand):
    help = "Measures the search on a judged collection, in a throw-away database and index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--collection", type=Path, required=True, metavar="DIR")
        parser.add_argument("--engine", choices=ENGINES, default="database")
        parser.add_argument("--json", action="store_true", help="print one line of JSON")
        parser.add_argument(
            "--words-alone", action="store_true", help="without the model of SEMANTIC_MODEL_DIR"
        )

        parser.add_argument(
            "--misspell",
            type=int,
            metavar="SEED",
            help="with a slip in a third of the long words of the queries, beside the plain ones",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            collection = read_collection(options["collection"])
            model = wanted_model(options["words_alone"])
        except (CollectionError, ModelError) as error:
            raise CommandError(str(error)) from error
        with scratch_database() as alias:
            load(collection.documents.values(), alias)
            if model is not None:
                load_meaning(model, alias)
            with engine_over(options["engine"], alias) as engine:
                reports = {"words": measure(collection, engine, alias).as_keys()}
                if model is not None:
                    reports["and meaning"] = measure(collection, engine, alias, model).as_keys()
                if options["misspell"] is not None:
                    wrong = misspelt(collection, options["misspell"])
                    reports["misspelt"] = measure(wrong, engine, alias, model).as_keys()
        if options["json"]:
            self.stdout.write(json.dumps(list(reports.values())[-1]))
            return
        self.show(reports)

    def show(self, reports: Mapping[str, Mapping[str, float]]) -> None:
        """A column for each report, with a heading where there are two."""
        if len(reports) > 1:
            self.stdout.write(" ".join([" " * 8, *reports]))
        labels = ("nDCG@10", "MAP", "R@100", "p50 ms", "p95 ms")
        columns = zip(*(report.values() for report in reports.values()), strict=True)
        for label, values in zip(labels, columns, strict=True):
            self.stdout.write(" ".join([f"{label:8}", *(f"{value:.3f}" for value in values)]))
