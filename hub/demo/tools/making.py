"""The templates of the demonstration, made from hub/demo/content/tools/files."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hub.demo.loader.content import read
from hub.demo.tools.archive import without_times
from hub.demo.tools.sheet import spreadsheet
from hub.demo.tools.word import word_file

MAKERS: dict[str, Callable[[dict[str, Any], date], bytes]] = {
    "docx": word_file,
    "xlsx": spreadsheet,
}


def made(name: str) -> tuple[str, bytes]:
    """The file's name and bytes, the same each time. The content names its ending and its date."""
    content = read(f"tools/files/{name}")
    ending = content["ending"]
    data = MAKERS[ending](content, content["made_on"])
    return f"{name}.{ending}", without_times(data)
