"""Whether a file is what its name says. A name is easily changed."""

from collections.abc import Callable
from typing import BinaryIO

PROBE = 4096  # bytes read from the start of a file

Check = Callable[[bytes], bool]


def starts_with(mark: bytes) -> Check:
    return lambda start: start.startswith(mark)


def is_plain_text(start: bytes) -> bool:
    """No zero byte, as every program and picture has and no text in use here."""
    return b"\0" not in start


def is_pdf(start: bytes) -> bool:
    """Readers accept a mark within the first 1,024 bytes."""
    return b"%PDF-" in start[:1024]


def is_mp4(start: bytes) -> bool:
    """The first box is the file's type; its length comes before its name."""
    return start[4:8] == b"ftyp"


def is_webvtt(start: bytes) -> bool:
    return is_plain_text(start) and start.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


CHECKS: dict[str, Check] = {
    "csv": is_plain_text,
    "docx": starts_with(b"PK\x03\x04"),
    "mp4": is_mp4,
    "pdf": is_pdf,
    "pptx": starts_with(b"PK\x03\x04"),
    "txt": is_plain_text,
    "vtt": is_webvtt,
    "webm": starts_with(b"\x1aE\xdf\xa3"),
    "xlsx": starts_with(b"PK\x03\x04"),
}


def is_what_it_says(file: BinaryIO, extension: str) -> bool:
    """Reads the start of the file and leaves it where it was. An unknown extension is refused."""
    check = CHECKS.get(extension.lower().lstrip("."))
    if check is None:
        return False
    place = file.tell()
    file.seek(0)
    start = file.read(PROBE)
    file.seek(place)
    return check(start)
