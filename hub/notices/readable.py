"""Whether a person may still be told of a thing: asked when a notice is shown and when it is sent.

A reader's tokens change after a notice is made; what they may no longer see must not reach them.
"""

from collections.abc import Iterable

from hub.access.readers import Reader, reader_for
from hub.access.registry import Kind, kind_named
from hub.notices.models import Notice
from hub.notices.muting import without_muted
from hub.notices.series import Series, series_named
from hub.users.models import User

Ids = dict[str, set[int]]


def tellable(person: User, notices: Iterable[Notice]) -> list[Notice]:
    """The notices that mail may mention to a person at this moment; none to people who left.

    Nor what they muted. Four short queries and one for each kind, with what its rule costs.
    """
    if not person.is_active:
        return []
    heard = without_muted(person.pk, notices)
    return [n for n, readable in with_readability(heard, reader_for(person)) if readable]


def readable_ids(kind: str, ids: Iterable[int], reader: Reader) -> set[int]:
    """Which of these things the reader may see. One query, and what the kind's rule costs."""
    found = known_kind(kind)
    if found is None:
        return set()
    return set(found.readable(reader).filter(pk__in=list(ids)).values_list("pk", flat=True))


def with_readability(notices: Iterable[Notice], reader: Reader) -> list[tuple[Notice, bool]]:
    """Each notice and whether its text may be shown. A query for each kind, none for each row."""
    rows = list(notices)
    found = {kind: readable_ids(kind, ids, reader) for kind, ids in things_of(rows).items()}
    return [(n, not n.kind or n.object_id in found.get(n.kind, ())) for n in rows]


def sensitive_notices(notices: Iterable[Notice]) -> set[int]:
    """Ids of the notices whose text must stay in the hub. A query for each kind at most."""
    rows = list(notices)
    kinds = {name: known_kind(name) for name in things_of(rows)}
    held = {
        name: kinds[name].sensitive(ids) if kinds[name] else ids
        for name, ids in things_of(rows).items()
    }
    return {n.pk for n in rows if n.kind and n.object_id in held.get(n.kind, (n.object_id,))}


def things_of(notices: Iterable[Notice]) -> Ids:
    """The ids of what notices are about, by kind."""
    wanted: Ids = {}
    for notice in notices:
        if notice.kind and notice.object_id is not None:
            wanted.setdefault(notice.kind, set()).add(notice.object_id)
    return wanted


def known_kind(name: str) -> Kind | Series | None:
    """The kind or series of that name, or None for one that no app has any more."""
    try:
        return kind_named(name)
    except KeyError:
        return series_named(name)
