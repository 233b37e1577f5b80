"""What a person means by what they typed: one understanding for every engine."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from hub.access.readers import Reader
from search.engines.base import Query, Term
from search.query.citations import cited
from search.query.parsing import Parsed
from search.query.pins import Picks, picks
from search.query.synonyms import NONE, Synonyms, synonyms
from search.query.things import Thing


@dataclass(frozen=True, slots=True)
class Understood:
    """What was typed, the other names searched too, and what comes first or is left out."""

    parsed: Parsed
    also: Synonyms
    cited: tuple[Thing, ...]
    picks: Picks

    def query(self, asked: Query, near: tuple[Term, ...] = ()) -> Query:
        """What is asked for with filters, dates and order; `near` words stand in for slips."""
        return replace(
            asked,
            terms=self.also.beside((*self.parsed.terms, *near)),
            required=self.parsed.required,
            excluded=self.parsed.excluded,
            text=self.parsed.text,
        )


def understand(
    parsed: Parsed, reader: Reader, *, exact: bool = False, without: Collection[str] = ()
) -> Understood:
    """Costs a query for picks and two for the glossary; three more where a provision is cited.

    `exact` asks for the words alone; `without` are keys of other names to leave out.
    """
    also = NONE if exact else synonyms(parsed.spoken, reader, without=without)
    return Understood(parsed, also, tuple(cited(parsed.text, reader)), picks(parsed.text))
