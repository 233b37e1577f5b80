"""Ids by their versions: one UPDATE for each version instead of one for each row."""

from collections import defaultdict
from collections.abc import ItemsView, Mapping


def by_version(versions: Mapping[int, int]) -> ItemsView[int, list[int]]:
    ids: defaultdict[int, list[int]] = defaultdict(list)
    for pk, version in versions.items():
        ids[version].append(pk)
    return ids.items()
