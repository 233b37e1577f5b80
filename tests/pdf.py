"""What a PDF says of itself, and whether it is what PDF/UA-1 asks for."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.services import require_java, require_verapdf


class Pdf:
    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]

    @property
    def title(self) -> str:
        return str(self.reader.metadata.title)

    @property
    def text(self) -> str:
        return "\n".join(page.extract_text() for page in self.reader.pages)

    def tags(self) -> list[str]:
        """The structure as a screen reader walks through it."""
        return list(walked(self.root["/StructTreeRoot"]))


def walked(node: Any) -> Iterator[str]:
    found = node.get_object()
    if isinstance(found, list):
        for child in found:
            yield from walked(child)
    elif isinstance(found, dict):
        if "/S" in found:
            yield str(found["/S"]).removeprefix("/")
        if "/K" in found:
            yield from walked(found["/K"])


def faults_of_accessibility(content: bytes, folder: Path) -> str:
    """What veraPDF finds wrong by PDF/UA-1; empty for nothing."""
    file = folder / "made.pdf"
    file.write_bytes(content)
    program = ["-cp", str(require_verapdf()), "org.verapdf.apps.GreenfieldCliWrapper"]
    command = [require_java(), *program, "--flavour", "ua1", "--format", "text", "-v", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own command
    return "" if done.stdout.startswith("PASS") else done.stdout + done.stderr
