from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.access.audit.verifying import Found, faults


class Command(BaseCommand):
    help = (
        "Checks the audit record against the chain of hashes that seals it. Says what differs and "
        "where, and ends with code 1 where anything does."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--known",
            default="",
            metavar="HASH",
            help="a closing hash noted earlier, which the chain must still hold",
        )

    def handle(self, *_args: Any, known: str, **_options: Any) -> None:
        found = Found()
        wrong = 0
        for fault in faults(found, known):
            self.stdout.write(str(fault))
            wrong += 1
        self.stdout.write(
            f"{found.records} records and {found.segments} segments checked; "
            f"the chain closes with {found.closing_hash}"
        )
        if wrong:
            raise CommandError(f"{wrong} faults: the audit record isn't what was sealed")
