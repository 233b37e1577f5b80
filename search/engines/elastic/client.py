"""One connection for each process, and answers that come in time or not at all."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from functools import cache
from typing import Any, TypeVar

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.serializer import OrjsonSerializer

MOST_AT_ONCE = 32
# Elasticsearch is away, refuses, or answers too late.
UNAVAILABLE = (TransportError, ApiError, TooLate)

Answer = TypeVar("Answer")


@cache
def client(seconds: float | None = None) -> Elasticsearch:
    """Waits so many seconds for each byte. A dead node is passed over for the next, once each."""
    if seconds is not None:
        return client().options(request_timeout=seconds)
    hosts = settings.ELASTICSEARCH_URLS
    chosen: dict[str, Any] = {}
    if settings.ELASTICSEARCH_API_KEY:
        chosen["api_key"] = settings.ELASTICSEARCH_API_KEY
    if settings.ELASTICSEARCH_CA_FILE:
        chosen["ca_certs"] = settings.ELASTICSEARCH_CA_FILE
    return Elasticsearch(
        hosts,
        max_retries=len(hosts) - 1,
        connections_per_node=MOST_AT_ONCE,
        # Answers name thousands of groups, and what is sent are whole texts.
        serializer=OrjsonSerializer(),
        **chosen,
    )


@cache
def asking() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="elasticsearch")


class Deadline:
    """The seconds that all requests of one question have together.

    A client's timeout counts from one byte to the next, so a trickle would never end: requests run
    in a thread of their own, which is left behind when the time is over.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end = time.monotonic() + seconds

    def ask(self, request: Callable[[Elasticsearch], Answer]) -> Answer:
        """Raises one of UNAVAILABLE."""
        left = max(self.end - time.monotonic(), 0.001)
        return asking().submit(request, client(self.seconds)).result(left)
