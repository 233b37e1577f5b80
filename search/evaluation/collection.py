"""A judged collection on disk: docs.jsonl, queries.jsonl and qrels.tsv in one folder."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hub.access.registry import Document, Section


class CollectionError(ValueError):
    """The folder lacks a file, or a line in it can't be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents by their names, queries by theirs, and the grades of the judged pairs."""

    documents: dict[str, Document]
    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]

    @property
    def judged_queries(self) -> Iterator[tuple[str, str]]:
        """Queries for which at least one document is relevant; others measure nothing."""
        for name, text in self.queries.items():
            if any(grade > 0 for grade in self.judgements.get(name, {}).values()):
                yield name, text


def read_lines(path: Path) -> Iterator[dict[str, str]]:
    if not path.is_file():
        raise CollectionError(f"{path} is missing")
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                row = json.loads(line)
                yield {"id": str(row["id"]), "title": row.get("title") or "", "text": row["text"]}
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise CollectionError(f"{path}, line {number}: {error!r}") from error


def read_judgements(path: Path) -> dict[str, dict[str, int]]:
    """Columns query-id, corpus-id and score, with a heading."""
    if not path.is_file():
        raise CollectionError(f"{path} is missing")
    grades: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t"), start=2):
            try:
                grades.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
            except (KeyError, TypeError, ValueError) as error:
                raise CollectionError(f"{path}, line {number}: {error!r}") from error
    return grades


def read_collection(folder: Path) -> Collection:
    """Raises CollectionError."""
    documents = {
        row["id"]: Document(title=row["title"], sections=(Section("", "", row["text"]),))
        for row in read_lines(folder / "docs.jsonl")
    }
    queries = {row["id"]: row["text"] for row in read_lines(folder / "queries.jsonl")}
    return Collection(documents, queries, read_judgements(folder / "qrels.tsv"))
