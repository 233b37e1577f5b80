from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from hub.core.personal_details import DetailKind
from hub.core.personal_details.evaluation.measure import Report, measure
from hub.core.personal_details.evaluation.posts import HELD_OUT, TUNED, labelled_posts


class Command(BaseCommand):
    help = "Measures the check of personal details on the labelled posts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--show", choices=(TUNED, HELD_OUT), help="list what a half missed and asked about"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        posts = labelled_posts()
        halves = {half: [post for post in posts if post.half == half] for half in (TUNED, HELD_OUT)}
        reports = {half: measure(held) for half, held in halves.items()} | {"all": measure(posts)}
        self.write_row("", *reports)
        for kind in DetailKind:
            self.write_row(str(kind), *(found_of(report, kind) for report in reports.values()))
        shares = [f"{report.structured_recall:.1%}" for report in reports.values()]
        self.write_row("structured kinds found", *shares)
        asked = [
            f"{len(report.interrupted)} of {report.clean_posts}" for report in reports.values()
        ]
        self.write_row("clean posts interrupted", *asked)
        if options["show"]:
            report = reports[options["show"]]
            for line in [
                *report.missed,
                *(f"asked about: {quote}" for quote in report.interrupted),
            ]:
                self.stdout.write(line)

    def write_row(self, name: str, *cells: str) -> None:
        self.stdout.write(f"{name:24}" + "".join(f"{cell:>12}" for cell in cells))


def found_of(report: Report, kind: DetailKind) -> str:
    return f"{report.found[kind]} of {report.marked[kind]}"
