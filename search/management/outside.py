"""What the commands do with an outside engine. Its client is read in only where there is one."""

from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandError
from django.utils.module_loading import import_string

UNAVAILABLE = "search.engines.elastic.client.UNAVAILABLE"


def with_engine(work: str, **arguments: Any) -> Any:
    """Does what the dotted path names. Raises CommandError where the engine is away."""
    function: Callable[..., Any] = import_string(work)
    try:
        return function(**arguments)
    except import_string(UNAVAILABLE) as error:
        raise CommandError(f"The search engine is away: {error}") from error
