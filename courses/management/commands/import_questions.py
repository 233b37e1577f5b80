from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from courses.exchange.drafts import Line, Refused, Report
from courses.exchange.files import check_size
from courses.exchange.reading import read_questions
from courses.models import Question
from courses.questions.registry import question_type
from courses.services.importing import import_questions, known_questions


class Command(BaseCommand):
    help = "Adds the questions of a GIFT, Moodle XML or CSV file to the bank, all or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen only")
        parser.add_argument(
            "--sound-only", action="store_true", help="leave out what is refused, add the rest"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        report = self.read(options["file"])
        for note in report.notes:
            self.stdout.write(note)
        for line in report.lines:
            self.write_line(line)
        count = f"{len(report.sound)} sound, {len(report.refused)} refused."
        if report.refused and not options["sound_only"]:
            raise CommandError(f"{count} Nothing was added.")
        if options["dry_run"]:
            self.stdout.write(f"{count} Nothing was added: this was a dry run.")
            return
        import_questions(drafts=report.sound)
        self.stdout.write(f"{count} {len(report.sound)} added.")

    def read(self, file: Path) -> Report:
        known = known_questions(Question.objects.all())
        try:
            check_size(file.stat().st_size)
            return read_questions(file.name, file.read_bytes(), known)
        except (OSError, Refused) as error:
            raise CommandError(str(error)) from error

    def write_line(self, line: Line) -> None:
        kind = question_type(line.draft.kind).label if line.draft else "refused"
        self.stdout.write(f"{line.place}, {line.name}: {kind}")
        for text in (*line.reasons, *line.notes):
            self.stdout.write(f"    {text}")
