"""The archive: a zip with a manifest, which names each file with its size and checksum."""

import hashlib
import json
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1024 * 1024
# What zipfile raises on a file that is no zip, was cut off, changed, or locked with a password.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class BadArchive(Exception):
    """The archive is damaged, or was made to do harm. The message says which file and why."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the manifest says of one file: hexadecimal SHA-256 and bytes."""

    sha256: str
    size: int


@dataclass(slots=True)
class Manifest:
    """`made_at` is in ISO 8601; `missing` names uploads that rows point at and no file was there.

    `vendor` is the kind of database, which alone can read the dump.
    """

    made_at: str
    vendor: str
    files: dict[str, Kept] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT


def copy_and_hash(source: IO[bytes], target: IO[bytes]) -> Kept:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        target.write(chunk)
    return Kept(digest.hexdigest(), size)


class Writer:
    """Adds files to an archive under way, and notes what it added."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self.archive, self.manifest = archive, manifest

    def add(self, name: str, path: Path) -> None:
        """Raises FileNotFoundError where the file went away; the archive stays whole."""
        with path.open("rb") as source, self.archive.open(name, "w", force_zip64=True) as target:
            self.manifest.files[name] = copy_and_hash(source, target)


@contextmanager
def new_archive(target: Path, manifest: Manifest) -> Iterator[Writer]:
    """The archive takes its name once it is whole, and only its owner can read it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                yield Writer(archive, manifest)
                archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def is_safe(name: str) -> bool:
    """Whether a name stays below the folder that it is unpacked into."""
    path = PurePosixPath(name)
    plain = "\\" not in name and "\0" not in name and str(path) == name
    return plain and not path.is_absolute() and ".." not in path.parts and name != "."


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        found = json.loads(archive.read(MANIFEST))
        files = {name: Kept(**kept) for name, kept in found.pop("files").items()}
        manifest = Manifest(**found, files=files)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadArchive("It has no manifest that can be read.") from error
    if manifest.format != FORMAT:
        raise BadArchive(f"Its format is {manifest.format}, and this hub reads {FORMAT}.")
    return manifest


def check_names(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Raises BadArchive for a name that leads elsewhere, a link, or a file nobody listed."""
    listed = archive.infolist()
    for item in listed:
        if not is_safe(item.filename):
            raise BadArchive(f"The name {item.filename!r} leads out of its folder.")
        if stat.S_ISLNK(item.external_attr >> 16):
            raise BadArchive(f"{item.filename} is a link.")
        kept = manifest.files.get(item.filename)
        if kept is not None and kept.size != item.file_size:
            raise BadArchive(f"{item.filename} is larger or smaller than the manifest says.")
    names = [item.filename for item in listed]
    if len(names) != len(set(names)) or set(names) != {*manifest.files, MANIFEST}:
        raise BadArchive("Its files are not those of its manifest.")


def verified(archive: zipfile.ZipFile) -> Manifest:
    """The manifest of an archive in which every name is safe and every checksum right."""
    manifest = read_manifest(archive)
    check_names(archive, manifest)
    for name, kept in manifest.files.items():
        with archive.open(name) as source, open(os.devnull, "wb") as nowhere:
            if copy_and_hash(source, nowhere) != kept:
                raise BadArchive(f"{name} is damaged: its checksum is wrong.")
    return manifest


@contextmanager
def open_archive(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """An archive that was read once from end to end and found whole. Raises BadArchive."""
    if not path.is_file():
        raise BadArchive("There is no such file.")
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = verified(archive)
    except DAMAGE as error:
        raise BadArchive(f"It is damaged: {error}") from error
    with zipfile.ZipFile(path) as archive:
        yield archive, manifest


def unpack(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    """Writes one file beside its place first, so that no half file ever stands in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with archive.open(name) as source, unfinished.open("wb") as file:
            copy_and_hash(source, file)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
