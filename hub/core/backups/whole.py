"""The whole hub into an archive, and back."""

import tempfile
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db import connection
from django.utils import timezone

from hub.core.backups import postgres, sqlite
from hub.core.backups.archive import BadArchive, Manifest, new_archive, open_archive, unpack
from hub.core.backups.uploads import add_uploads, file_columns, restore_uploads

DATABASE = "database"
ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


def back_up(target: Path, left_out: tuple[str, ...] = ()) -> Manifest:
    """Writes the archive while people go on writing: the database first, then the uploads.

    `left_out` names folders of uploads that are of no use elsewhere. Needs room for the database
    twice.
    """
    manifest = Manifest(made_at=timezone.now().isoformat(), vendor=connection.vendor)
    with tempfile.TemporaryDirectory() as folder, new_archive(target, manifest) as writer:
        dumped = Path(folder) / DATABASE
        named = ENGINES[connection.vendor].dump(connection, dumped, list(file_columns()))
        writer.add(DATABASE, dumped)
        add_uploads(writer, Path(settings.MEDIA_ROOT), named, left_out)
    return manifest


def put_back(source: Path) -> Manifest:
    """Replaces database and uploads by those of the archive, after all of it was verified.

    Raises BadArchive before anything is touched.
    """
    with open_archive(source) as (archive, manifest), tempfile.TemporaryDirectory() as folder:
        if manifest.vendor != connection.vendor:
            raise BadArchive(f"It is of {manifest.vendor}, and this hub is on {connection.vendor}.")
        if DATABASE not in manifest.files:
            raise BadArchive("It holds no database.")
        dumped = Path(folder) / DATABASE
        unpack(archive, DATABASE, dumped)
        ENGINES[connection.vendor].load(connection, dumped)
        restore_uploads(archive, manifest, Path(settings.MEDIA_ROOT))
        return manifest
