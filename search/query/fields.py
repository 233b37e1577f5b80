"""Words that name a filter, such as kind:course; the same as choosing it beside the results."""

import re
from collections.abc import Mapping

from search.engines.base import Filters
from search.enums import Facet

Names = Mapping[Facet, Mapping[str, str]]
NO_NAMES: Names = {}

FIELD = re.compile(r'(?:(?<=\s)|^)([a-z]+):(?:["“]([^"“”]+)["”]|([^\s"“”]+))', re.I)
OTHER_NAMES = {"type": "kind", "agency": "audience", "extent": "nation"}
# A question that is put as a field: what its answers are called among the values.
YES_OR_NO = {"solved": ("answered", {"yes": "solved", "no": "unsolved"})}


def without_fields(text: str, names: Names) -> tuple[str, Filters]:
    """The text without words that name a value there is, and the filters that they name.

    A value is named by its slug or as people read it. Others stay in the text as plain words.
    """
    chosen: dict[Facet, set[str]] = {}

    def taken(match: re.Match[str]) -> str:
        found = facet_and_value(match[1], match[2] or match[3], names)
        if found is None:
            return match[0]
        chosen.setdefault(found[0], set()).add(found[1])
        return ""

    rest = " ".join(FIELD.sub(taken, text).split())
    return rest, {facet: frozenset(values) for facet, values in chosen.items()}


def facet_and_value(field: str, typed: str, names: Names) -> tuple[Facet, str] | None:
    wanted = plain(typed)
    if field.lower() in YES_OR_NO:
        field, answers = YES_OR_NO[field.lower()]
        wanted = answers.get(wanted, "")
    name = OTHER_NAMES.get(field.lower(), field.lower())
    facet = next((facet for facet in names if facet.value == name), None)
    if facet is None or not wanted:
        return None
    known = names[facet].items()
    value = next((v for v, label in known if wanted in (plain(v), plain(label))), None)
    return (facet, value) if value is not None else None


def plain(value: str) -> str:
    return " ".join(re.findall(r"\w+", value.lower().replace("_", " ")))
