"""Reads the demonstration's written content for the tests, as files and without the hub."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parents[3] / "hub" / "demo" / "content"
COURSES = sorted((CONTENT / "courses").glob("*.yaml"))
GUIDANCE = sorted((CONTENT / "guidance").glob("*.yaml"))
LOCAL = sorted((CONTENT / "local").glob("*.yaml"))
TOOLS = sorted((CONTENT / "tools").glob("*.yaml"))
TOOL_FILES = sorted((CONTENT / "tools" / "files").glob("*.yaml"))
EVERY_FILE = sorted(CONTENT.rglob("*.yaml"))
WRITTEN_HERE = [path for path in EVERY_FILE if path.parent.name != "facts"]
FACT_KINDS = (
    "themes",
    "legislation",
    "policy",
    "glossary",
    "interventions",
    "practice",
    "referrals",
)
AGENCIES = {
    "police",
    "community-safety",
    "youth-justice",
    "schools",
    "social-care",
    "health",
    "housing",
    "charities",
}
NATIONS = {"england", "wales", "scotland", "northern_ireland"}
BLOCKS = {"heading", "paragraph", "warning_signs", "steps", "table", "quote", "callout"}
TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")
FACT_LINK = re.compile(r"fact:([a-z0-9-]+)")
RUNNER = re.compile(r"\brunners?\b", re.IGNORECASE)
WORKING_NOTES = re.compile(
    r"\bseed\b|stored (copy|source)|source talk|compiler|recalled|general knowledge", re.IGNORECASE
)


@cache
def read(name: str) -> Any:
    return yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))


def read_path(path: Path) -> Any:
    return read(str(path.relative_to(CONTENT).with_suffix("")))


def entries(kind: str) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in read(f"facts/{kind}")["entries"]}


@cache
def known_ids() -> frozenset[str]:
    facts = {fact for kind in FACT_KINDS for fact in entries(kind)}
    return frozenset(facts | {read_path(path)["id"] for path in [*GUIDANCE, *LOCAL, *TOOLS]})


def texts(value: Any) -> Iterator[str]:
    """Every string in a tree of content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def words_in(value: Any) -> int:
    return sum(len(TAG.sub(" ", text).split()) for text in texts(value))


def courses() -> list[dict[str, Any]]:
    return [read_path(path) for path in COURSES]


def lessons_of(course: dict[str, Any]) -> list[dict[str, Any]]:
    return [lesson for module in course["modules"] for lesson in module["lessons"]]


def lessons() -> list[dict[str, Any]]:
    return [lesson for course in courses() for lesson in lessons_of(course)]


def questions() -> list[dict[str, Any]]:
    return [question for course in courses() for question in course["quiz"]["questions"]]


def threads() -> list[dict[str, Any]]:
    return read("forum")["threads"]


def for_readers(kind: str) -> dict[str, dict[str, Any]]:
    """Facts as the loader gives them: the entry, its overrides, its fields for readers."""
    overrides = read("facts/overrides")
    path = CONTENT / "facts" / f"{kind}_structured.yaml"
    fields = read(f"facts/{kind}_structured") if path.exists() else {}
    fields = fields.get("provisions", fields)
    return {
        fact: {**entry, **overrides.get(fact, {}), **fields.get(fact, {})}
        for fact, entry in entries(kind).items()
    }


def provisions() -> dict[str, dict[str, Any]]:
    return read("facts/legislation_structured")["provisions"]
