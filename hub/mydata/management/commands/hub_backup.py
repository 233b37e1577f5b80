from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from hub.core.backups.postgres import ClientFailed, MissingClient
from hub.core.backups.whole import back_up
from hub.mydata.ledger import write_out

# Copies of people's data are theirs to fetch; a backup must not keep them longer.
LEFT_OUT = ("copies",)


class Command(BaseCommand):
    help = "Writes database and uploads into one archive, while the hub runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, help="the archive; without it, in HUB_BACKUP_DIR")

    def handle(self, *_args: Any, to: Path | None = None, **_options: Any) -> None:
        name = f"hub-{timezone.localtime():%Y%m%d-%H%M%S}.zip"
        target = to or Path(settings.BACKUP_DIR) / name
        if target.exists():
            raise CommandError(f"{target} is there already.")
        write_out()
        try:
            manifest = back_up(target, LEFT_OUT)
        except (MissingClient, ClientFailed, OSError) as error:
            raise CommandError(str(error)) from error
        for name in manifest.missing:
            self.stderr.write(f"Missing: a row names {name}, and no such file is there.")
        size = target.stat().st_size / 1024**2
        self.stdout.write(f"{target}: {len(manifest.files)} files, {size:.1f} MB.")
