"""What is marked SECRET or TOP SECRET has no place in the hub. Told by its name or its headings.

People write of secrets all the time. So a word counts only where it stands as a marking: alone on a
line, in capitals, or set apart in a name.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# A marking may say for whom it is, such as "UK SECRET" or "TOP SECRET STRAP1 UK EYES ONLY".
BEFORE = r"(?:UK|HMG|NATO|COSMIC)?"
QUALIFIER = (
    r"(?:UK|US|AUS|CAN|NZ|HMG|NATO|EYESONLY|ONLY|STRAP\d?|ATOMIC|LOCSEN|NOFORN|ORCON|PERSONAL|"
    r"COMMERCIAL|POLICE|WHENCOMPLETE|COPY\d*|PAGE\d*|OF\d*)"
)
WHOLE = re.compile(rf"{BEFORE}(?:TOP)?SECRET{QUALIFIER}*\d*")
# "SECRET: Operation Elm" begins with a marking; "SECRET SANTA" doesn't.
BEGINNING = re.compile(r"(?:UK\s+)?(?:TOP\s+)?SECRET\s*(?:[-\u2013\u2014:|/(\[]|$)")
NOT_WORDS = re.compile(r"[\W_]+")


def is_secret_line(line: str) -> bool:
    """Whether a line is a marking, letters set apart included ("T O P  S E C R E T")."""
    compact = NOT_WORDS.sub("", line)
    if compact.upper() == "TOPSECRET":
        return True
    return bool(WHOLE.fullmatch(compact) or BEGINNING.match(line.strip()))


def is_secret_name(name: str) -> bool:
    """Whether the name of a file marks it: "SECRET plan.pdf" and "plan_(secret).docx" do.

    "The Secret Garden.pdf" and "Secret shopper.pdf" don't.
    """
    stem = PurePosixPath(name).stem
    words = NOT_WORDS.sub(" ", stem).split()
    lower = [word.lower() for word in words]
    if ("top", "secret") in pairwise(lower) or "topsecret" in lower:
        return True
    if not words or "secret" not in (lower[0], lower[-1]):
        return "SECRET" in words and stem != stem.upper()
    set_apart = re.search(r"^secret[\W_](?<! )|(?<! )[\W_]secret\W*$", stem, re.IGNORECASE)
    return lower == ["secret"] or "SECRET" in words or bool(set_apart)


def secret_heading_message() -> str:
    return _("This hub doesn't hold anything marked SECRET or TOP SECRET. Don't enter it here.")


def refuse_secret_heading(text: str) -> None:
    """A validator for titles. Raises ValidationError."""
    if is_secret_line(text):
        raise ValidationError(secret_heading_message())


def check_upload(name: str, lines: Iterable[str]) -> None:
    """Raises ValidationError for a file that is named or headed as secret."""
    if is_secret_name(name):
        raise ValidationError(
            {
                "file": _(
                    "The name of this file marks it as SECRET or TOP SECRET. Such files have no "
                    "place in this hub. If it isn't secret, give it another name."
                )
            }
        )
    if any(map(is_secret_line, lines)):
        raise ValidationError(
            {
                "file": _(
                    "This file is headed SECRET or TOP SECRET. Such files have no place in this "
                    "hub. Tell your security officer if it should never have reached you."
                )
            }
        )
