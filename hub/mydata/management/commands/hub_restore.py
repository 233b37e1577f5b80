from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.core.backups.archive import BadArchive
from hub.core.backups.postgres import MissingClient
from hub.mydata.restoring import HalfRestored, NotEmpty, restore


class Command(BaseCommand):
    help = "Puts an archive of hub_backup in the place of this hub. Stop the hub first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", type=Path)
        parser.add_argument("--replace", action="store_true", help="replace what is in this hub")

    def handle(self, *_args: Any, archive: Path, replace: bool = False, **_options: Any) -> None:
        # Said first, for somebody whose run is killed.
        self.stdout.write("Don't start the hub before this says that it is restored.")
        try:
            done = restore(archive, replace=replace)
        except NotEmpty as error:
            raise CommandError(
                "This hub has people or uploads in it. With --replace they make way."
            ) from error
        except BadArchive as error:
            raise CommandError(f"{archive} can't be restored. {error}") from error
        except HalfRestored as error:
            raise CommandError(
                f"It stopped half-way: {error.__cause__}\n"
                "Erased accounts may be back. Run it again with --replace before you start the hub."
            ) from error
        except (MissingClient, OSError) as error:
            raise CommandError(str(error)) from error
        for name in done.manifest.missing:
            self.stderr.write(f"Missing: a row names {name}, and the archive has no such file.")
        self.stdout.write(
            f"Restored as of {done.manifest.made_at}. "
            f"Accounts erased again: {done.erased_again}. Everybody signs in again."
        )
