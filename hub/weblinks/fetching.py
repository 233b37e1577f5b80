"""Takes a file from a site that the hub names itself, by the same guard as a link check."""

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin

import urllib3
from django.utils.translation import gettext as _

from hub.weblinks.asking import MOST_REDIRECTS, REDIRECTS, SAFE, SECONDS, pool_for
from hub.weblinks.guard import NotAllowedError, Target, target_of

PIECE = 1 << 16
# However slowly a site drips.
LONGEST = 120
NOT_CHANGED = 304


class FetchError(Exception):
    """Why nothing came, in words. `requests` were made all the same."""

    def __init__(self, words: str, requests: int, status: int = 0) -> None:
        super().__init__(words)
        self.requests = requests
        self.status = status


@dataclass(frozen=True, slots=True)
class Fetch:
    """What may be asked for, of whom, and how much of it is taken.

    `headers` name who asks; with those of the last answer nothing comes twice.
    """

    hosts: Collection[str]
    most_bytes: int
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class File:
    """`content` is None where the site says that nothing changed."""

    content: bytes | None
    etag: str
    last_modified: str
    requests: int


def fetch(url: str, terms: Fetch) -> File:
    """Follows redirects among the hosts. Raises FetchError; nothing is kept of half a file."""
    for step in range(MOST_REDIRECTS + 1):
        try:
            target = target_of(url)
            if target.host not in terms.hosts:
                raise NotAllowedError("not a site that is asked here")
        except NotAllowedError as error:
            raise FetchError(_("its address may not be asked"), step) from error
        except OSError as error:
            raise FetchError(_("there is no such site"), step) from error
        try:
            found = one_answer(target, terms, step + 1)
        except urllib3.exceptions.HTTPError as error:
            raise FetchError(_("it doesn't answer, or breaks off"), step + 1) from error
        if isinstance(found, File):
            return found
        url = urljoin(url, found)
    raise FetchError(_("it leads from one address to another without end"), MOST_REDIRECTS + 1)


def one_answer(target: Target, terms: Fetch, requests: int) -> File | str:
    """The file, or the address that it has moved to. Raises urllib3's HTTPError and FetchError."""
    with pool_for(target) as pool:
        answer = pool.request(
            "GET",
            quote(target.path, safe=SAFE),
            headers={"Host": target.host, "Accept-Encoding": "gzip"} | terms.headers,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=SECONDS,
        )
        try:
            return taken(answer, terms, requests)
        finally:
            answer.close()


def taken(answer: urllib3.BaseHTTPResponse, terms: Fetch, requests: int) -> File | str:
    location = answer.headers.get("Location", "")
    if answer.status in REDIRECTS and location:
        return location
    if answer.status not in {200, NOT_CHANGED}:
        words = _("the site answers %(status)d") % {"status": answer.status}
        raise FetchError(words, requests, answer.status)
    content = None
    if answer.status == 200:
        content = b"".join(pieces(answer, terms.most_bytes, requests))
    return File(
        content,
        answer.headers.get("ETag", ""),
        answer.headers.get("Last-Modified", ""),
        requests,
    )


def pieces(answer: urllib3.BaseHTTPResponse, most: int, requests: int) -> Iterator[bytes]:
    """Counted unpacked: a small file may unfold into a large one."""
    size, until = 0, time.monotonic() + LONGEST
    for piece in answer.stream(PIECE, decode_content=True):
        size += len(piece)
        if size > most:
            raise FetchError(_("it is too large"), requests)
        if time.monotonic() > until:
            raise FetchError(_("it takes too long"), requests)
        yield piece
