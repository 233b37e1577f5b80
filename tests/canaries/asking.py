"""Every way by which an answer of the hub reaches somebody, read as one text."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urldefrag, urlsplit

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from tests.architecture.address_policy import READ, Line, line_for
from tests.architecture.addresses import patterns
from tests.canaries.world import World
from tests.matrix.asking import WHOLE_PATHS, filled
from tests.pdf import Pdf
from tests.walk.crawler import internal, is_deep
from tests.walk.markup import read

# Those of posts and of pages on paper are asked directly, each.
LEFT_ALONE = ("/static/", "/cms/", "/accounts/logout/", "/forum/posts/", "/pages/")
MOST = 700
# Nothing on these is anybody's: Wagtail's own, and doors that are closed.
OTHERS = ("cms/", "accounts/", "_util/")


def reading_lines() -> dict[str, Line]:
    """The addresses of the hub's own that answer a GET, with their lines in the policy."""
    return {
        pattern: line
        for pattern in patterns(get_resolver().url_patterns)
        if not pattern.startswith(OTHERS)
        and (line := line_for(pattern))
        and (not line.methods or set(READ) & set(line.methods))
        and (line.thing or not pattern.startswith("^"))
    }


def direct_addresses(world: World) -> Iterator[str]:
    """Each of these addresses with each restricted thing that it may name."""
    for pattern, line in reading_lines().items():
        for value in world.things.get(line.thing, ()) if line.thing else [""]:
            yield value if line.thing in WHOLE_PATHS else filled(pattern, value)


def asked(client: Client, address: str) -> tuple[HttpResponse, str]:
    """The answer, and all of it as one text. What it writes is taken back."""
    with transaction.atomic():
        answer = client.get(address)
        text = everything_in(answer)
        transaction.set_rollback(True)
    return answer, text


def everything_in(answer: HttpResponse) -> str:
    """Head and body, the files within an archive, and the words of a PDF."""
    body = b"".join(answer) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"\n".join(archive.read(name) for name in archive.namelist())
    if body.startswith(b"%PDF"):
        body = Pdf(body).text.encode()
    head = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return f"{head}\n{answer.cookies.output()}\n{body.decode(errors='replace')}"


def asked_directly(client: Client, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address and all that its answer says, but for the address itself."""
    for address in addresses:
        answer, text = asked(client, address)
        assert answer.status_code < 500 or "json" in answer.get("Content-Type", ""), address
        for shown in (address, quote(address, safe=""), quote(address, safe="/")):
            text = text.replace(shown, "")
        yield address, text


def walked(client: Client, starts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address within reach by links and by being sent on, and all that its answer says."""
    waiting, seen = list(starts), set[str]()
    while waiting:
        address = urldefrag(waiting.pop())[0]
        if address in seen or address.startswith(LEFT_ALONE) or is_deep(address):
            continue
        seen.add(address)
        assert len(seen) < MOST, "the walk has no end"
        answer, text = asked(client, address)
        assert answer.status_code < 500, address
        yield address, text
        leads = [answer["Location"]] if "Location" in answer else []
        if "text/html" in answer.get("Content-Type", ""):
            leads += read(text).links
        waiting += internal(leads, urlsplit(address).path)
