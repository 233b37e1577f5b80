"""Reads the content files. A fact is its entry, then its overrides, then its reader's fields."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parents[1] / "content"
Fact = dict[str, Any]


@cache
def read(name: str) -> Any:
    """The parsed file of that name below content/, without the ending."""
    return yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))


def facts(name: str) -> list[Fact]:
    """The facts of one file in its order; what was written for readers wins."""
    overrides = read("facts/overrides")
    structured = read_if_there(f"facts/{name}_structured")
    structured = structured.get("provisions", structured)
    return [
        {**entry, **overrides.get(entry["id"], {}), **structured.get(entry["id"], {})}
        for entry in read(f"facts/{name}")["entries"]
    ]


def read_if_there(name: str) -> Any:
    return read(name) if (CONTENT / f"{name}.yaml").exists() else {}


def folder(name: str) -> list[Any]:
    """Every file of a folder below content/, in the order of their names."""
    return [read(f"{name}/{path.stem}") for path in sorted((CONTENT / name).glob("*.yaml"))]
