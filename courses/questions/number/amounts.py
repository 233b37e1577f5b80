"""Numbers as people write them."""

import re
from decimal import Decimal

WRITTEN = re.compile(r"[-+−]?(?:\d{1,3}(?:[,\s]\d{3})+|\d+)?(?:\.\d+)?")
MOST_DIGITS = 30


def amount(text: str, unit: str = "") -> Decimal | None:
    """720, 1,200, 3.5, £40, 12 per cent. None for what is no number, or too long a one.

    The unit may stand before or after it, or be left out.
    """
    bare = " ".join(text.split()).casefold()
    wanted = " ".join(unit.split()).casefold()
    if wanted:
        bare = bare.removesuffix(wanted).removeprefix(wanted).strip()
    if not WRITTEN.fullmatch(bare) or not any(char.isdigit() for char in bare):
        return None
    digits = re.sub(r"[,\s]", "", bare).replace("−", "-")
    return Decimal(digits) if len(digits) <= MOST_DIGITS else None
