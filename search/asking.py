"""What an address of the page of results asks an engine for, where no page is shown."""

from dataclasses import replace

from django.http import QueryDict

from hub.access.readers import Reader
from search.engines.base import Query
from search.narrowing import chosen_since
from search.query.fields import Names
from search.query.filters import chosen_filters
from search.query.parsing import parse
from search.query.understanding import understand


def query_in(address: QueryDict, names: Names, reader: Reader) -> Query:
    """Words, other names and filters as the page understands them, but no spelling and no picks.

    Costs what understanding costs.
    """
    parsed = parse(address.get("q", ""), names)
    filters = {**chosen_filters(address, names), **parsed.filters}
    understood = understand(
        parsed,
        reader,
        exact=address.get("exact") == "1",
        without=address.getlist("without"),
    )
    return replace(understood.query(Query((), filters)), since=chosen_since(address))
