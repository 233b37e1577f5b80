from datetime import date
from typing import Any

from search.models import LoggedSearch


def logged(words: str, day: date, times: int = 1, **fields: Any) -> list[LoggedSearch]:
    """Pages of results that people were shown, one result on each unless told otherwise."""
    given = {"page": 1, "total": 1, "narrowed": False, **fields}
    return LoggedSearch.objects.bulk_create(
        [LoggedSearch(day=day, words=words, **given) for _ in range(times)]
    )
