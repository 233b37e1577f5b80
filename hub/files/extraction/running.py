"""Has a file read by a process that can come to no harm, and takes what it said."""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from hub.files.extraction.parts import Part

COMMAND = (sys.executable, "-m", "hub.files.extraction")
LONGEST = 60.0  # seconds, waiting included
ROOT = __file__.rpartition("/hub/")[0]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The parts that were read, and why no more were: a value of hub.files.enums.Problem."""

    parts: tuple[Part, ...]
    problem: str = ""


def extract(file: BinaryIO, extension: str, longest: float = LONGEST) -> Extracted:
    """Reads a file of the disk in a process with limits and without this one's environment.

    Raises nothing for any file. About 0.2 s for a page of Word; at most `longest` seconds.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        # A process that was ended says no last line, and counts as too slow.
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - the extension is one of ours
                [*COMMAND, extension],
                stdin=file,
                stdout=said,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env={"PYTHONDONTWRITEBYTECODE": "1"},
                timeout=longest,
                check=False,
            )
        said.seek(0)
        lines = list(understood(said.read()))
    parts = tuple(Part(*line) for line in lines if len(line) == 3)
    endings = [str(line[0]) for line in lines if len(line) == 1]
    return Extracted(parts, endings[0] if endings else "too_slow")


def understood(said: str) -> Iterator[list]:
    """The lines that were written to their end."""
    for line in said.splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)
