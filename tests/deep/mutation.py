"""Takes access checks away in a copy of the source and runs the tests that should notice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.deep.access_checks import Check

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "__pycache__", ".*_cache", ".hypothesis", "*.log"
)


def copied_source(place: Path) -> Path:
    """The whole tree; with the kept test database, so that nothing is migrated again."""
    copy = place / "source"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT, symlinks=True)
    return copy


def occurrences(check: Check, root: Path = ROOT) -> int:
    return (root / check.file).read_text(encoding="utf-8").count(check.piece)


def is_caught(check: Check, copy: Path) -> bool:
    """Whether a test fails without the check. Raises RuntimeError where none could run."""
    place = copy / check.file
    original = place.read_text(encoding="utf-8")
    place.write_text(original.replace(check.piece, check.without), encoding="utf-8")
    try:
        return fails(copy, check.tests)
    finally:
        place.write_text(original, encoding="utf-8")


def fails(copy: Path, tests: tuple[str, ...]) -> bool:
    """One run up to its first failure, without the notes that Python keeps of sources."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    ran = subprocess.run(  # noqa: S603 - our own tests, in a folder of our own
        command,
        cwd=copy,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode not in {0, 1} or "INTERNALERROR" in ran.stdout:
        raise RuntimeError(ran.stdout[-2000:] + ran.stderr[-2000:])
    return ran.returncode == 1
