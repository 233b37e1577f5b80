"""The Nu HTML checker, once over many pages: starting it costs more than checking."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.services import require_java, require_node_package


def errors(pages: Iterable[tuple[str, str]], folder: Path) -> list[str]:
    """What the checker calls an error, each with the name of its page."""
    names = {}
    for number, (name, text) in enumerate(pages):
        file = folder / f"{number}.html"
        file.write_text(text, encoding="utf-8")
        names[file.name] = name
    return [
        f"{names[Path(said['url']).name]}: line {said.get('lastLine')}: {said['message']}"
        f" {said.get('extract', '')!r}"
        for said in messages(folder)
    ]


def messages(folder: Path) -> list[dict[str, str]]:
    jar = require_node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    command = [require_java(), "-jar", str(jar), "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own command
    found: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return found
