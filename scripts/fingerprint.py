"""Prints one hash of the files and folders named as arguments: their names and their bytes."""

import hashlib
import sys
from pathlib import Path


def files_of(place: Path) -> list[Path]:
    """The place itself, or every file below it but compiled Python, in one fixed order."""
    if place.is_file():
        return [place]
    return sorted(p for p in place.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def fingerprint(places: list[Path]) -> str:
    """A SHA-256 in hex. A place that does not exist counts as empty."""
    total = hashlib.sha256()
    for place in places:
        for file in files_of(place):
            total.update(file.as_posix().encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


if __name__ == "__main__":
    sys.stdout.write(fingerprint([Path(argument) for argument in sys.argv[1:]]) + "\n")
