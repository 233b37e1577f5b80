"""Full postcodes."""

import re
from collections.abc import Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import POSTCODE_AREAS

POSTCODE = re.compile(
    r"(?<![A-Za-z0-9-])([A-Za-z]{1,2}) ?(\d[A-Za-z\d]?)[ .,/-]{0,3}(\d)([A-Za-z]{2})(?![A-Za-z0-9])"
)
CALLED_POSTCODE = re.compile(r"post ?code\b[ :=-]{0,3}(?:is |was )?$", re.IGNORECASE)
# No postcode ends with these, but people mistype, and one in capitals with its space still counts.
NOT_INWARD = frozenset("CIKMOV")
# "the M1 2nd exit", "S3 4hr": ordinals and units behind a road or a grade.
MEASURES = frozenset(["km", "cm", "mm", "kg", "ml"])
UNITS = frozenset(["st", "nd", "rd", "th", "hr", "ft", "yr", "lb", "wk", "am", "pm", "pt"])


def postcodes(text: str) -> Iterator[Span]:
    for match in POSTCODE.finditer(text):
        called = CALLED_POSTCODE.search(text, max(0, match.start() - 20), match.start())
        if called or is_postcode(*match.groups(), written=match[0]):
            yield Span(DetailKind.POSTCODE, match.start(), match.end(), compact(match[0]))


def is_postcode(area: str, district: str, _sector: str, unit: str, *, written: str) -> bool:
    """An unknown area counts only where it is written as a postcode is: capitals and one space.

    "s139AA" is a section, so that Sheffield's need their space.
    """
    if area.upper() == "S" and written.isalnum():
        return False
    known = area.upper() in POSTCODE_AREAS
    as_written = written.isupper() and written.count(" ") == 1
    if unit.lower() in MEASURES or (unit.islower() and unit in UNITS):
        return False
    if NOT_INWARD & set(unit.upper()) and not (known and as_written):
        return False
    if " " in written[: len(area) + 1] and not (len(area) > 1 and area.isupper()):
        return False
    return (known or as_written) and district[0] + district[1:].upper() == district.upper()
