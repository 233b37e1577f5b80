"""Categories become tags: ours have no tree."""

import re
from collections.abc import Sequence

# A single stroke parts two names; a doubled one belongs to the name.
STROKE = re.compile(r"(?<!/)/(?!/)")
PLACES = re.compile(r"\$[a-z]+\$|top|default for .*", re.IGNORECASE)


def tags_of_category(path: str) -> Sequence[str]:
    """`$course$/top/Default for X/County lines` says that it is about county lines."""
    names = (name.replace("//", "/").strip() for name in STROKE.split(path.strip()))
    return [name for name in names if name and not PLACES.fullmatch(name)]
