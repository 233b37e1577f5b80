"""What templates load and include, and whose each template is."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from tests.architecture.layers import Breach, Layers, may_use

TOP = "hub.urls"
LOAD = re.compile(r"{%-?\s*load\s+(?P<names>[^%]+?)\s*-?%}")
INCLUDE = re.compile(r"""{%-?\s*include\s+["'](?P<name>[^"']+)["']""")

# Folders that are not named for an own app. Layouts and error pages belong to the top.
OWNERS = {
    "account": "hub.users",
    "allauth": "hub.users",
    "blocks": "hub.pages",
    "components": "hub.core",
    "django": "hub.core",
    "email": "hub.notices",
    "layouts": TOP,
    "mfa": "hub.users",
    "socialaccount": "hub.users",
    "usersessions": "hub.users",
    "wagtailadmin": "hub.pages",
}


def owner(template: str, labels: Mapping[str, str]) -> str:
    """The own app of "forum/thread.html". Raises KeyError for a folder that is nobody's.

    `labels` maps the labels of own apps to their names.
    """
    parts = PurePosixPath(template).parts
    if len(parts) == 1:
        return TOP
    return labels.get(parts[0]) or OWNERS[parts[0]]


def loaded(text: str) -> Iterator[str]:
    """The libraries of every load tag; "load a b from c" loads c."""
    for match in LOAD.finditer(text):
        words = match["names"].split()
        yield from [words[-1]] if "from" in words else words


def load_breaches(
    template: str, text: str, user: str, libraries: Mapping[str, str | None], layers: Layers
) -> list[Breach]:
    """Tag libraries of an upper app. `libraries` maps a library to its own app, if it has one."""
    return [
        Breach(template, user, f"{name} of {used}")
        for name in loaded(text)
        if not may_use(user, used := libraries.get(name), layers)
    ]


def include_breaches(
    template: str, text: str, user: str, labels: Mapping[str, str], layers: Layers
) -> list[Breach]:
    """Templates of an upper app that this one includes by name."""
    return [
        Breach(template, user, f"{name} of {used}")
        for name in INCLUDE.findall(text)
        if not may_use(user, used := owner(name, labels), layers)
    ]


def files(folder: Path) -> list[tuple[str, Path]]:
    """Every template below the folder, with its name as templates call it."""
    found = [file for file in sorted(folder.rglob("*")) if file.suffix in {".html", ".txt", ".svg"}]
    return [(file.relative_to(folder).as_posix(), file) for file in found]
