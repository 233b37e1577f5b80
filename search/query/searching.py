"""One search from what was typed to what is found, spelling included."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from hub.access.readers import Reader
from search.engines.base import Engine, Query
from search.query.fields import Names
from search.query.finding import Found, find
from search.query.parsing import Parsed, parse
from search.query.spelling import AS_TYPED, spelling
from search.query.understanding import Understood, understand


@dataclass(frozen=True, slots=True)
class Answer:
    """`meant` is a better spelling, if there is one; `used` says that it was searched instead."""

    found: Found
    understood: Understood
    meant: str = ""
    used: bool = False


def answer(
    parsed: Parsed,
    *,
    asked: Query,
    names: Names,
    page: int,
    engine: Engine,
    reader: Reader,
    exact: bool = False,
    without: Collection[str] = (),
) -> Answer:
    """`asked` brings filters, dates and order. `exact` searches for nothing but what was typed.

    A word that nothing holds finds nothing, so near words are searched in its place. Where no word
    of the search is held, the corrected text is searched as if it had been typed.
    """
    slips = AS_TYPED if exact else spelling(parsed, engine, reader)
    meant = slips.corrected(parsed.text)
    if slips.nothing_else:
        understood = understand(parse(meant), reader, without=without)
        slips = replace(slips, nearest={})
    else:
        understood = understand(parsed, reader, exact=exact, without=without)
    found = find(
        query=understood.query(asked, slips.terms),
        names=names,
        page=page,
        engine=engine,
        reader=reader,
        first=understood.cited,
        picks=understood.picks,
    )
    return Answer(found, understood, meant, used=slips.nothing_else)
