from collections.abc import Iterator
from typing import BinaryIO

from hub.files.extraction.parts import MOST_CHARACTERS, Part


def read_plain(file: BinaryIO) -> Iterator[Part]:
    """A text or a table as one part; no character takes more than four bytes."""
    text = file.read(4 * MOST_CHARACTERS + 4).decode("utf-8-sig", errors="replace")
    yield Part(1, "", text)
