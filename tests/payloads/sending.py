"""Sends forms full of payloads, and says what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.payloads.everything import packs
from tests.payloads.forms import ROOM, Form
from tests.payloads.judging import faults
from tests.payloads.payload import MARK, Payload

URLENCODED = "application/x-www-form-urlencoded"
# Every so many texts go into the fields that people don't type into, too.
NOW_AND_THEN = 3


@dataclass
class Outcome:
    """`came_out` says whether a page showed something of what was typed, `kept` if it was taken."""

    wrong: list[str] = field(default_factory=list)
    came_out: bool = False
    kept: bool = False


def outcome_of(
    client: Client, form: Form, payloads: Sequence[Payload], *, forged: bool = True
) -> Outcome:
    """What the server and the pages that answer make of the payloads; rows are as before.

    Each text goes into all fields that are typed into at once, so that it is kept where it may be;
    `forged` also into the others, as no browser sends it.
    """
    found = Outcome()
    room = min(form.typed.values(), default=ROOM)
    for number, text in enumerate(packs(payloads, room)):
        if form.typed:
            send(client, form, form.filled(text), found)
        if forged and number % NOW_AND_THEN == 0:
            send(client, form, form.forged(text), found)
        if not form.typed and not form.guarded and number >= NOW_AND_THEN:
            break
    return found


def send(client: Client, form: Form, values: dict[str, list[str]], found: Outcome) -> None:
    cookies = client.cookies.copy()
    cache.clear()  # or the limits would answer
    with transaction.atomic():
        answers = answers_to(client, form, values)
        transaction.set_rollback(True)
    client.cookies = cookies
    found.kept |= len(answers) > 1
    pages = [answer.content.decode() for answer in answers if is_page(answer)]
    found.came_out |= any(MARK in page for page in pages)
    text = max((text for texts in values.values() for text in texts), key=len, default="")
    found.wrong += [
        f"{form.route} on {form.page} as {form.who or 'a stranger'} with {text[:60]!r}: {fault}"
        for answer in answers
        for fault in faults_in(answer)
    ]


def answers_to(client: Client, form: Form, values: dict[str, list[str]]) -> list[HttpResponse]:
    """The answer, where it leads, and the form again, which holds what was kept."""
    answer = client.post(form.action, body(values), content_type=URLENCODED)
    leads_on = answer.status_code in {302, 303} and answer["Location"].startswith("/")
    if not leads_on:
        return [answer]
    return [answer, client.get(answer["Location"]), client.get(form.page)]


def body(values: dict[str, list[str]]) -> bytes:
    """As a browser sends it, and broken Unicode as none would."""
    pairs = [(name, raw(text)) for name, texts in values.items() for text in texts]
    return urlencode(pairs).encode("ascii")


def raw(text: str) -> bytes:
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")


def is_page(answer: HttpResponse) -> bool:
    return "text/html" in answer.get("Content-Type", "") and not answer.streaming


def faults_in(answer: HttpResponse) -> Iterator[str]:
    if answer.status_code >= 500:
        yield f"answers {answer.status_code}"
    elif is_page(answer):
        yield from faults(answer.content.decode())
