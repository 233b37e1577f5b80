"""Feeds in Atom. What stands in one is decided by who makes it; here it becomes valid and whole."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag

# Characters that XML can't hold, and that people paste all the same.
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OWN_LINK = re.compile(r'(?<=\shref=")(?=/(?!/))')
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """`path` is in the hub; `html` is safe already."""

    title: str
    path: str
    updated: datetime
    html: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class FeedText:
    """What a feed says of itself. `path` is the page that it is the feed of."""

    title: str
    path: str
    subtitle: str = ""


class DatedFeed(Atom1Feed):
    """The same bytes for the same entries: an empty feed isn't new at each look."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else LONG_AGO


def atom(
    request: HttpRequest, about: FeedText, entries: Sequence[FeedEntry], *, private: bool = False
) -> HttpResponse:
    """A feed with absolute links, or 304 for a reader that has it already.

    A private one is kept by nobody on the way, and its own address, which is a secret, isn't in it.
    """
    made = DatedFeed(
        title=clean(about.title),
        link=request.build_absolute_uri(about.path),
        feed_url=None if private else request.build_absolute_uri(),
        description=None,
        subtitle=clean(about.subtitle) or None,
        author_name="Common Ground",
        language="en-gb",
    )
    for entry in entries:
        link = request.build_absolute_uri(entry.path)
        made.add_item(
            title=clean(entry.title),
            link=link,
            unique_id=link,
            description=clean(with_whole_links(entry.html, request)),
            author_name=clean(entry.author) or None,
            updateddate=entry.updated,
        )
    return answer(request, made, private=private)


def answer(request: HttpRequest, made: DatedFeed, *, private: bool) -> HttpResponse:
    body = made.writeString("utf-8").encode()
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    response = HttpResponse(body, content_type="application/atom+xml")
    response["ETag"] = etag
    response["X-Robots-Tag"] = "noindex"
    if made.items:
        response["Last-Modified"] = http_date(made.latest_post_date().timestamp())
    # By the tag alone: what is hidden or edited away may leave the newest date where it was.
    response = get_conditional_response(request, etag=etag, response=response) or response
    if private:
        response["Cache-Control"] = "private, no-store"
    return response


def clean(text: str) -> str:
    return NOT_XML.sub("", text)


def with_whole_links(html: str, request: HttpRequest) -> str:
    """Feed readers know no address that a link without a host could belong to."""
    return OWN_LINK.sub(request.build_absolute_uri("/").rstrip("/"), html)
