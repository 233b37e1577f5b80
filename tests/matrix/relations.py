"""How a person stands to a thing that an address names.

The key of a thing is its relation, with words behind a colon where there are several such things.
"""

OWN = "own"
JOINED = "joined"  # a group that one is in without owning it
OPEN = "other's"
CLOSED = "other area's"
SENSITIVE = "sensitive"
PRIVATE = "private"  # a group whose name outsiders may not know
OVER = "over"  # a group that was closed down
MISSING = "missing"

NO_ID, NO_CODE = "987654321", "0" * 32

Things = dict[str, dict[str, str]]


def relation_of(thing: str) -> str:
    return thing.partition(":")[0]
