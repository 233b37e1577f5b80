"""Asks legislation.gov.uk for what changed in the laws that are used here.

It allows 3,000 requests in five minutes, asks programs to say who they are, and its robots.txt
wants five seconds between requests. One run asks for little; the next goes on.
"""

import hashlib
import time
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from hub.legislation.clml.addresses import HOSTS, SITE
from hub.legislation.clml.document import document_of
from hub.legislation.clml.log import is_log, log_of
from hub.legislation.clml.reading import LARGEST, tree_of
from hub.legislation.clml.refusal import Refused
from hub.legislation.models import Fetched, Instrument, Publication
from hub.legislation.models.publication import MOST_FAILURES
from hub.legislation.services.importing import import_document
from hub.legislation.services.publications import laws_of_interest, note_publications
from hub.weblinks.asking import MOST_REDIRECTS
from hub.weblinks.fetching import Fetch, FetchError, File, fetch

MOST_REQUESTS, WINDOW = 3000, timedelta(minutes=5)
LOG_EVERY = timedelta(hours=20)
AT_ONCE, PAUSE = 20, 5  # files or pages of the log in a run; seconds between them
GONE = {404, 410}


class Enough(Exception):
    """The run ends here; the next one goes on."""


@dataclass(slots=True)
class Run:
    """Counts what one run asked for."""

    asked: int = 0
    taken: int = 0
    refused: int = 0

    def ask(self, url: str) -> File:
        """Raises FetchError, and Enough where no more may be asked for now."""
        if self.asked >= AT_ONCE or not may_ask() or not (self.asked or is_quiet()):
            raise Enough
        if self.asked:
            time.sleep(PAUSE)
        self.asked += 1
        row, _is_new = Fetched.objects.get_or_create(url=url)
        try:
            file = fetch(url, Fetch(HOSTS, LARGEST, headers_for(row)))
        except FetchError as error:
            note_asked(row, error.requests)
            raise
        note_asked(row, file.requests, file)
        return file


def may_ask() -> bool:
    """Whether one more file, with all the redirects it might take, keeps to what is allowed."""
    asked = Fetched.objects.requests_since(timezone.now() - WINDOW)
    return asked + MOST_REDIRECTS + 1 <= MOST_REQUESTS


def is_quiet() -> bool:
    """Whether no other run is asking."""
    since = timezone.now() - timedelta(seconds=4 * PAUSE)
    return not Fetched.objects.filter(asked_at__gt=since).exists()


def headers_for(row: Fetched) -> dict[str, str]:
    agent = f"CommonGround law import (+{settings.WAGTAILADMIN_BASE_URL})"
    known = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
    return {"User-Agent": agent} | {name: value for name, value in known.items() if value}


def note_asked(row: Fetched, requests: int, file: File | None = None) -> None:
    """What was asked within the window still counts."""
    now = timezone.now()
    before = row.requests if row.asked_at > now - WINDOW else 0
    row.asked_at, row.requests = now, before + requests
    if file and file.content is not None:
        row.etag, row.last_modified = file.etag[:200], file.last_modified[:100]
    row.save()


def fetch_law() -> Run:
    """One run. A file that is refused or doesn't come is tried again later, and then given up."""
    run = Run()
    try:
        for item in due_laws():
            read_log(run, item)
        for publication in Publication.objects.waiting():
            take(run, publication)
    except Enough:
        pass
    return run


def log_address(item: str) -> str:
    return f"{SITE}/update/{item}/data.feed"


def due_laws() -> list[str]:
    """Whose log wasn't read for most of a day. Three queries."""
    since = timezone.now() - LOG_EVERY
    recent = set(Fetched.objects.filter(asked_at__gt=since).values_list("url", flat=True))
    return [item for item in sorted(laws_of_interest()) if log_address(item) not in recent]


def want_whole(item: str) -> None:
    """A law of which we don't hold everything is asked for once."""
    if Instrument.objects.filter(path=item, is_whole=True).exists():
        return
    digest = hashlib.sha256(f"whole {item}".encode()).hexdigest()
    facts = {"item": item, "title": item, "url": f"{SITE}/{item}/data.xml"}
    Publication.objects.get_or_create(
        entry=digest, defaults=facts | {"published_at": timezone.now()}
    )


def read_log(run: Run, item: str) -> None:
    want_whole(item)
    try:
        file = run.ask(log_address(item))
        if file.content is not None and is_log(root := tree_of([file.content])):
            note_publications(entries=log_of(root).entries)
    except (FetchError, Refused):
        run.refused += 1


def take(run: Run, publication: Publication) -> None:
    """Others that wait for the same address are done with it as well."""
    publication.refresh_from_db()
    if publication.done_at:
        return
    same = Publication.objects.waiting().filter(url=publication.url)
    try:
        file = run.ask(publication.url)
        if file.content is not None:
            import_document(document=document_of(tree_of([file.content])))
    except (FetchError, Refused) as error:
        run.refused += 1
        is_gone = isinstance(error, FetchError) and error.status in GONE
        failures = MOST_FAILURES if is_gone else publication.failures + 1
        same.update(failures=failures, problem=str(error)[:300])
        return
    run.taken += 1
    same.update(done_at=timezone.now(), problem="")
