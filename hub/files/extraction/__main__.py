"""Reads the file on standard input, in a process of its own, and writes its parts as lines of JSON.

`python -m hub.files.extraction pdf < file`. Each part is written when it is read, so that what a
file gave before it ran into a limit is kept. The last line says how it ended; without one, the
system ended the process.
"""

import json
import sys
from collections.abc import Callable, Iterable
from typing import BinaryIO

from hub.files.extraction.limits import limit_this_process
from hub.files.extraction.office import TooLarge
from hub.files.extraction.pages import read_pages
from hub.files.extraction.parts import Kept, Locked, Part
from hub.files.extraction.plain import read_plain
from hub.files.extraction.sheets import read_sheets
from hub.files.extraction.slides import read_slides
from hub.files.extraction.word import read_word

READERS: dict[str, Callable[[BinaryIO], Iterable[Part]]] = {
    "csv": read_plain,
    "docx": read_word,
    "pdf": read_pages,
    "pptx": read_slides,
    "txt": read_plain,
    "xlsx": read_sheets,
}


def say(line: list[object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def ending_of(extension: str, file: BinaryIO) -> str:
    """Writes the parts; the value of hub.files.enums.Problem that ended it, or nothing."""
    kept = Kept()
    try:
        for part in kept.within_limits(READERS[extension](file)):
            say([part.number, part.name, part.text])
    except Locked:
        return "locked"
    except (MemoryError, TooLarge):
        return "too_large"
    # Libraries raise whatever they like for what is broken, and nothing else runs in this process.
    except Exception:  # noqa: BLE001
        return "unreadable"
    return "" if kept.is_whole else "too_large"


if __name__ == "__main__":
    limit_this_process()
    say([ending_of(sys.argv[1], sys.stdin.buffer)])
