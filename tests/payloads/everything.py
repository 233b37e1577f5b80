"""All payloads, and the part of them that a quick run takes."""

import random
from collections.abc import Iterator, Sequence

from tests.payloads.addresses import addresses
from tests.payloads.hostile import hostile
from tests.payloads.languages import languages
from tests.payloads.markup import attributes, handlers, scripts, ways_out
from tests.payloads.payload import Payload
from tests.payloads.trees import trees

MAKERS = (handlers, scripts, ways_out, attributes, trees, addresses, languages, hostile)
PAYLOADS = tuple({payload.text: payload for maker in MAKERS for payload in maker()}.values())
TENTH = 10


def tenth(seed: str) -> list[Payload]:
    """The same for the same seed; some of every kind, so that no kind depends on luck."""
    chosen = random.Random(seed)
    by_kind: dict[str, list[Payload]] = {}
    for payload in PAYLOADS:
        by_kind.setdefault(payload.kind, []).append(payload)
    return [
        payload
        for group in by_kind.values()
        for payload in chosen.sample(group, -(-len(group) // TENTH))
    ]


def one_of_each(seed: str) -> list[Payload]:
    """One of every kind, the same for the same seed."""
    shuffled = random.Random(seed).sample(PAYLOADS, len(PAYLOADS))
    return list({payload.kind: payload for payload in shuffled}.values())


def packs(payloads: Sequence[Payload], room: int) -> Iterator[str]:
    """The payloads in texts of at most `room` characters, several to a text where they fit.

    What is longer than that comes alone and whole: a form must refuse it. So does broken Unicode.
    """
    pack = ""
    for text in (payload.text for payload in payloads):
        if len(text) > room or not text.isprintable():
            yield text
        elif pack and len(pack) + len(text) + 2 > room:
            yield pack
            pack = text
        else:
            pack = f"{pack}\n\n{text}" if pack else text
    if pack:
        yield pack
