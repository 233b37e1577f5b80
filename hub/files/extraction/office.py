"""Parts of an office file: XML files in an archive, each read up to a limit and never written."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

LARGEST_PART = 64 * 1024**2  # bytes when unpacked
MOST_UNPACKED = 256 * 1024**2
MOST_FILES = 10_000


class TooLarge(Exception):
    """More stands in the archive than is ever unpacked."""


class Office:
    """An archive whose contents say how large they are before anything is unpacked."""

    def __init__(self, file: BinaryIO) -> None:
        self.archive = zipfile.ZipFile(file)
        sizes = {item.filename: item.file_size for item in self.archive.infolist()}
        if len(sizes) > MOST_FILES or sum(sizes.values()) > MOST_UNPACKED:
            raise TooLarge
        self.names = frozenset(name for name, size in sizes.items() if size <= LARGEST_PART)

    def elements(self, name: str, *wanted: str) -> Iterator[Element]:
        """Elements of these names, each when it ends, with what stands in it; then it's emptied.

        The archive stops at the size that it stated, whatever follows.
        """
        if name not in self.names:
            return
        depth = 0
        with self.archive.open(name) as stream:
            for event, element in iterparse(stream, events=("start", "end")):
                is_wanted = local(element) in wanted
                if event == "start":
                    depth += is_wanted
                    continue
                if is_wanted:
                    yield element
                    depth -= 1
                if is_wanted or not depth or local(element) == "Fallback":
                    element.clear()

    def related(self, name: str) -> dict[str, str]:
        """What a part points at, by the id it uses for it."""
        folder, base = posixpath.split(name)
        return {
            element.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, element.get("Target", ""))
            ).lstrip("/")
            for element in self.elements(f"{folder}/_rels/{base}.rels", "Relationship")
        }


def local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """By its name alone: each format has its own namespace for it."""
    found = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def words(element: Element) -> str:
    """The text of an element as somebody would read it."""
    said = []
    for child in element.iter():
        if local(child) == "t":
            said.append(child.text or "")
        elif local(child) in {"tab", "br", "cr"}:
            said.append(" ")
    return "".join(said)
