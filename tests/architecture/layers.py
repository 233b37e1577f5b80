"""The order of the apps, read from the import-linter contract in pyproject.toml, its only home."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OWN_ROOTS = ("hub", "courses", "search")

Layers = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that uses what its layer must not know."""

    where: str
    user: str
    used: str

    def __str__(self) -> str:
        return f"{self.where}: {self.user} must not use {self.used}"


def read_layers(pyproject: Path = ROOT / "pyproject.toml") -> Layers:
    """The layers from the top down; the apps on one line share a layer."""
    contracts = tomllib.loads(pyproject.read_text())["tool"]["importlinter"]["contracts"]
    lines = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return [frozenset(name.strip(" ()") for name in line.split("|")) for line in lines]


def app_of(module: str) -> str | None:
    """The own app that a dotted module belongs to, or None for anybody else's."""
    parts = module.split(".")
    if parts[0] not in OWN_ROOTS:
        return None
    return ".".join(parts[:2]) if parts[0] == "hub" and len(parts) > 1 else parts[0]


def rank(app: str, layers: Layers) -> int:
    """How far from the top the app's layer lies. Raises KeyError for an app that is not listed."""
    for number, names in enumerate(layers):
        if app in names:
            return number
    raise KeyError(app)


def may_use(user: str, used: str | None, layers: Layers) -> bool:
    """Whether the first app may know the second; other people's apps are open to everybody."""
    return used is None or user == used or rank(user, layers) < rank(used, layers)
