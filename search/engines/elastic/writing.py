"""Sends entries to indices. Versions come from the entries, so late and repeated copies lose."""

import logging
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from elasticsearch.helpers import streaming_bulk

from search.engines.elastic.client import client
from search.engines.elastic.documents import source_of
from search.engines.elastic.words import words_of
from search.meaning.current import fingerprint_of
from search.meaning.vectors import entry_vectors
from search.models import Entry, Removal

logger = logging.getLogger(__name__)

SECONDS = 30
MOST_ACTIONS, MOST_BYTES = 500, 2_000_000
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

    While some are on their way the next are put together, in the thread that calls; when it ends,
    however it ends, none is left. Memory is bounded by 2,000 actions. Raises what the client does.
    """
    refused: set[int] = set()
    sending: deque[Future[set[int]]] = deque()
    rest = iter(actions)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="writing") as pool:
        while chunk := list(islice(rest, MOST_ACTIONS)):
            if len(sending) > AT_ONCE:
                refused |= sending.popleft().result()
            sending.append(pool.submit(send_chunk, chunk))
        return refused.union(*(request.result() for request in sending))


def send_chunk(actions: Sequence[dict[str, Any]]) -> set[int]:
    """Answers the ids that were refused."""
    refused = set()
    sent = streaming_bulk(
        client(SECONDS),
        actions,
        chunk_size=MOST_ACTIONS,
        max_chunk_bytes=MOST_BYTES,
        raise_on_error=False,
        max_retries=0,
        require_alias=True,
    )
    for accepted, answer in sent:
        (told,) = answer.values()
        if not accepted and not is_so_already(told):
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
