"""Uploaded files beside the rows that name them."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import FileField

from hub.core.backups.archive import Manifest, Writer, unpack

FOLDER = "media/"


def file_columns() -> Iterator[tuple[str, str]]:
    """Table and column of each field that names an upload."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, FileField) and model._meta.managed:
                yield model._meta.db_table, str(field.column)


def uploads(root: Path, left_out: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Name and place of each file; links are passed over, as are the folders left out."""
    skipped = set(left_out)
    for folder, subfolders, files in os.walk(root):
        here = Path(folder)
        if here == root:
            subfolders[:] = [name for name in subfolders if name not in skipped]
        for name in files:
            path = here / name
            if not path.is_symlink():
                yield path.relative_to(root).as_posix(), path


def add_uploads(writer: Writer, root: Path, named: set[str], left_out: tuple[str, ...]) -> None:
    """Adds every file, then notes which of those that rows name are not among them.

    The rows were read before the files, and a file is written before its row: what is missing was
    deleted in between, or before.
    """
    for name, path in uploads(root, left_out):
        try:
            writer.add(f"{FOLDER}{name}", path)
        except FileNotFoundError:
            continue
    wanted = {name for name in named if not name.startswith(tuple(f"{n}/" for n in left_out))}
    there = {name.removeprefix(FOLDER) for name in writer.manifest.files}
    writer.manifest.missing = sorted(wanted - there)


def restore_uploads(archive: zipfile.ZipFile, manifest: Manifest, root: Path) -> int:
    """Puts each file in its place, then deletes what the archive doesn't hold; how many are in."""
    names = [name.removeprefix(FOLDER) for name in manifest.files if name.startswith(FOLDER)]
    for name in names:
        unpack(archive, f"{FOLDER}{name}", root / name)
    known = set(names)
    for name, path in list(uploads(root, ())):
        if name not in known:
            path.unlink(missing_ok=True)
    return len(names)
