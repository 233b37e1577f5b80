from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.core.dates import long_date
from hub.legislation.clml.document import document_of
from hub.legislation.clml.log import is_log, log_of
from hub.legislation.clml.reading import tree_of_file
from hub.legislation.clml.refusal import Refused
from hub.legislation.models import Publication
from hub.legislation.services.importing import Outcome, import_document
from hub.legislation.services.publications import note_publications


class Command(BaseCommand):
    help = (
        "Takes in XML files of legislation.gov.uk and pages of its publication log, "
        "each of them whole or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        refused = [file for file in options["files"] if not self.take(file)]
        if refused:
            named = ", ".join(str(file) for file in refused)
            raise CommandError(f"Nothing was taken from {len(refused)} of the files: {named}.")

    def take(self, file: Path) -> bool:
        try:
            root = tree_of_file(file)
            if is_log(root):
                self.tell_of_log(file, note_publications(entries=log_of(root).entries))
            else:
                self.tell(file, import_document(document=document_of(root)))
        except Refused as error:
            self.stderr.write(f"{file}: {error}")
            return False
        return True

    def tell_of_log(self, file: Path, new: list[Publication]) -> None:
        self.stdout.write(f"{file}: {len(new) or 'no'} new publications of laws used here.")
        for row in new:
            what = "withdrawn" if row.is_withdrawn else "published"
            self.stdout.write(
                f"    {row.title}: {what} on {long_date(row.published_at)}: {row.url}"
            )

    def tell(self, file: Path, outcome: Outcome) -> None:
        law = f"{outcome.instrument.title} ({outcome.instrument.path})"
        if outcome.is_nothing_new:
            self.stdout.write(f"{file}: {law}: nothing new.")
        else:
            self.stdout.write(
                f"{file}: {law}: {outcome.provisions} provisions, {outcome.added} new versions, "
                f"{outcome.changed} changed, {outcome.effects} changes to come noted."
            )
        for words in outcome.left_out:
            self.stdout.write(f"    Left out: {words}.")
        for rested in outcome.rested:
            self.stdout.write(f"    {rested.page.title} rests on it. {rested.text}")
