"""Names of indices, and which of them is read and which are written.

An index is named `<prefix>-<mapping hash>-<time>`. The alias `<prefix>` is read. Each index that
shall hear of changes has a write alias of its own, through which it is written, so that writing to
an index that somebody deleted makes no new one.
"""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch, NotFoundError

from search.engines.elastic.client import client
from search.engines.elastic.documents import SETTINGS, index_body, mapping_hash

WRITE = "-write"
# Writing to disk what a whole index was told may take this long.
SECONDS = 60
# While an index is filled nobody reads it, and what a crash takes is filled again.
FILLING = {
    "refresh_interval": "-1",
    "auto_expand_replicas": "false",
    "number_of_replicas": 0,
    "translog": {"durability": "async"},
}
FILLED = {
    **{name: SETTINGS[name] for name in ("refresh_interval", "auto_expand_replicas")},
    "translog": {"durability": "request"},
}


@dataclass(frozen=True, slots=True)
class Indices:
    """All indices of one prefix. Every method but the names raises what the client raises."""

    prefix: str

    @property
    def alias(self) -> str:
        return self.prefix

    def aliases(self, elastic: Elasticsearch | None = None) -> Mapping[str, Mapping[str, Any]]:
        """The aliases of each index of this prefix."""
        found = (elastic or client()).indices.get_alias(
            index=f"{self.prefix}-*", expand_wildcards="open", ignore_unavailable=True
        )
        own = re.compile(rf"{re.escape(self.prefix)}-[0-9a-f]{{8}}-\d+")
        return {n: held["aliases"] for n, held in found.body.items() if own.fullmatch(n)}

    def targets(self) -> list[str]:
        """The write aliases of the indices that this code's mapping fits, in order."""
        fitting = f"{self.prefix}-{mapping_hash()}-"
        names = [n for n, held in self.aliases().items() if f"{n}{WRITE}" in held]
        return sorted(f"{name}{WRITE}" for name in names if name.startswith(fitting))

    def read(self) -> str | None:
        """The index behind the alias that is read, if this code's mapping fits it."""
        fitting = f"{self.prefix}-{mapping_hash()}-"
        found = [n for n, held in self.aliases().items() if self.alias in held]
        return next((name for name in found if name.startswith(fitting)), None)

    def create(self) -> str:
        """A new empty index, to be filled, that hears of changes from now on. Answers its name."""
        name = f"{self.prefix}-{mapping_hash()}-{time.time_ns()}"
        body = index_body()
        settings = {**body["settings"], **FILLING}
        aliases: dict[str, Any] = {f"{name}{WRITE}": {}}
        client().indices.create(
            index=name, settings=settings, mappings=body["mappings"], aliases=aliases
        )
        return name

    def swap(self, name: str) -> list[str]:
        """Lets an index be read instead of any other, in one action. Answers the others.

        All that was sent is on disk, and what will be is before it is answered.
        """
        elastic = client(SECONDS)
        elastic.indices.put_settings(index=name, settings=FILLED)
        elastic.indices.flush(index=name)
        others = [other for other, held in self.aliases().items() if self.alias in held]
        others = [other for other in others if other != name]
        client().indices.update_aliases(
            actions=[
                *({"remove": {"index": other, "alias": self.alias}} for other in others),
                {"add": {"index": name, "alias": self.alias}},
            ]
        )
        return others

    def delete(self, *names: str) -> None:
        """Deletes indices; one that is gone already is no error."""
        for name in names:
            try:
                client().indices.delete(index=name)
            except NotFoundError:
                continue

    def delete_all(self) -> None:
        self.delete(*self.aliases())

    def abandoned(self, older_than: float) -> list[str]:
        """Indices that nobody reads and that were begun so many seconds ago or more."""
        begun = (time.time() - older_than) * 1e9
        unread = [name for name, held in self.aliases().items() if self.alias not in held]
        return [name for name in unread if int(name.rpartition("-")[2]) < begun]


def live_indices() -> Indices:
    return Indices(settings.ELASTICSEARCH_INDEX)
