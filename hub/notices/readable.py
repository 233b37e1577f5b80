"""Whether a person may still be told of a thing: asked when a notice is shown and when it is sent.

A reader's tokens change after a notice is made; what they may no longer see must not reach them.
"""

from collections.abc import Iterable

from hub.access.readers import Reader, reader_for
from hub.access.registry import kind_named
from hub.notices.models import Notice


def may_be_told(notice: Notice) -> bool:
    """Six short queries at most. False for people who left and for kinds that no longer exist."""
    if not notice.person.is_active:
        return False
    return not notice.kind or bool(
        readable_ids(notice.kind, [notice.object_id], reader_for(notice.person))
    )


def readable_ids(kind: str, ids: Iterable[int | None], reader: Reader) -> set[int]:
    """Which of these things the reader may see. One query, and what the kind's rule costs."""
    try:
        readable = kind_named(kind).readable(reader)
    except KeyError:
        return set()
    return set(readable.filter(pk__in=list(ids)).values_list("pk", flat=True))


def with_readability(notices: Iterable[Notice], reader: Reader) -> list[tuple[Notice, bool]]:
    """Each notice and whether its text may be shown. A query for each kind, none for each row."""
    rows = list(notices)
    wanted: dict[str, set[int | None]] = {}
    for notice in rows:
        if notice.kind:
            wanted.setdefault(notice.kind, set()).add(notice.object_id)
    found = {kind: readable_ids(kind, ids, reader) for kind, ids in wanted.items()}
    return [(n, not n.kind or n.object_id in found[n.kind]) for n in rows]
