"""Sends entries to indices. Versions come from the entries, so late and repeated copies lose."""

import logging
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from http.client import BAD_REQUEST
from typing import Any

import orjson
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from search.engines.elastic.client import client
from search.engines.elastic.documents import source_of
from search.engines.elastic.words import words_of
from search.meaning.current import fingerprint_of
from search.meaning.vectors import entry_vectors
from search.models import Entry, Removal

logger = logging.getLogger(__name__)

SECONDS = 30
MOST_BYTES = 2_000_000
# Requests on their way: Elasticsearch writes what one brought while it reads another.
AT_ONCE = 2


def entry_actions(entries: Sequence[Entry], targets: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Two queries, and one for vectors where a model is set. What went meanwhile is left out."""
    if not entries:
        return
    ids, using = [entry.pk for entry in entries], entries[0]._state.db or DEFAULT_DB_ALIAS
    words, meanings = words_of(ids, using), meanings_of(ids, using)
    for entry in entries:
        if entry.pk not in words:
            continue
        source = source_of(entry, words[entry.pk], meanings.get(entry.pk))
        for target in targets:
            yield {**action("index", target, entry.pk, entry.version), "_source": source}


def meanings_of(ids: Collection[int], using: str) -> Mapping[int, Sequence[float]]:
    """Of those whose vectors were made; the others follow once they are."""
    fingerprint = fingerprint_of(settings.SEMANTIC_MODEL_DIR)
    return entry_vectors(ids, fingerprint, using) if fingerprint else {}


def removal_actions(
    removals: Iterable[Removal], targets: Sequence[str]
) -> Iterator[dict[str, Any]]:
    for gone in removals:
        for target in targets:
            yield action("delete", target, gone.entry_id, gone.version)


def action(operation: str, target: str, entry_id: int, version: int) -> dict[str, Any]:
    return {
        "_op_type": operation,
        "_index": target,
        "_id": str(entry_id),
        "version": version,
        "version_type": "external",
    }


def send(actions: Iterable[dict[str, Any]]) -> set[int]:
    """Sends them in bulk. Answers the ids that were refused; searches see nothing of it yet.

    While some requests are on their way the next is put together, in the thread that calls; when
    it ends, however it ends, none is left. Memory is bounded by four requests of 2 MB. Raises what
    the client raises.
    """
    refused: set[int] = set()
    sending: deque[Future[set[int]]] = deque()
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="writing") as pool:
        for lines in in_requests(actions):
            if len(sending) > AT_ONCE:
                refused |= sending.popleft().result()
            sending.append(pool.submit(send_lines, lines))
        return refused.union(*(request.result() for request in sending))


def in_requests(actions: Iterable[dict[str, Any]]) -> Iterator[list[bytes]]:
    """The lines of one request after another, as the bulk API reads them."""
    lines: list[bytes] = []
    size = 0
    for act in actions:
        about = {name: value for name, value in act.items() if name not in {"_op_type", "_source"}}
        lines.append(orjson.dumps({act["_op_type"]: about}))
        size += len(lines[-1])
        if "_source" in act:
            lines.append(orjson.dumps(act["_source"]))
            size += len(lines[-1])
        if size >= MOST_BYTES:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def send_lines(lines: Sequence[Any]) -> set[int]:
    """Answers the ids that were refused."""
    refused = set()
    for item in client(SECONDS).bulk(operations=lines, require_alias=True)["items"]:
        (told,) = item.values()
        if told["status"] >= BAD_REQUEST and not is_so_already(told):
            refused.add(int(told["_id"]))
            logger.error("Entry %s was refused: %s", told["_id"], told.get("error"))
    return refused


def show(targets: Sequence[str]) -> None:
    """Lets searches see all that was sent: counts must not come from what was there before."""
    if targets:
        patient = client(SECONDS)
        patient.indices.refresh(index=",".join(targets), ignore_unavailable=True)


def is_so_already(told: Mapping[str, Any]) -> bool:
    """The index has this version or a later one, or what should go isn't there."""
    return told["status"] == 409 or (told["status"] == 404 and "error" not in told)
