from collections.abc import Iterator
from typing import BinaryIO

from pypdf import PdfReader

from hub.files.extraction.parts import Locked, Part


def read_pages(file: BinaryIO) -> Iterator[Part]:
    """The text of each page; none where it is a picture of a page. Raises Locked."""
    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    for number, page in enumerate(reader.pages, start=1):
        yield Part(number, "", page.extract_text())
