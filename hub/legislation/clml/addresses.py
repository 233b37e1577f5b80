"""Addresses of legislation.gov.uk: which act, and which part of it."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_lazy as _

SITE = "https://www.legislation.gov.uk"
HOSTS = frozenset({"www.legislation.gov.uk", "legislation.gov.uk"})
ACTS = {
    *("ukpga", "ukla", "ukppa", "gbla", "apgb", "gbppa", "aep", "aosp", "asp", "aip", "apni"),
    *("mnia", "nia", "ukcm", "mwa", "anaw", "asc"),
}
INSTRUMENTS = {"uksi", "ssi", "wsi", "nisr", "ukci", "nisi", "ukmo", "nisro", "uksro", "nisri"}
KINDS = ACTS | INSTRUMENTS
UNITS = {
    "section": _("Section"),
    "regulation": _("Regulation"),
    "article": _("Article"),
    "rule": _("Rule"),
    "schedule": _("Schedule"),
    "part": _("Part"),
    "chapter": _("Chapter"),
    "paragraph": _("paragraph"),
}
LONGEST = 100
# A numbered provision: what follows its number is only a place inside it.
WHOLE = re.compile(
    r"(?:schedule(?:/[^/]+)?/(?:[a-z]+/[^/]+/)*?paragraph/[^/]+|(?:section|regulation|article|rule)/[^/]+)"
)
NOT_A_PART = re.compile(
    r"^(?:\d{4}-\d{2}-\d{2}|enacted|made|created|adopted|prospective|welsh|english|contents|body"
    r"|introduction|schedules|notes|data\..*|=?(?:england|wales|scotland|ni)(?:\+.*)?)$"
)


@dataclass(frozen=True, slots=True)
class Address:
    """`item` is ukpga/2015/30, `part` section/45 or empty, `rest` what says which version."""

    item: str
    part: str
    rest: tuple[str, ...]

    @property
    def provision(self) -> str:
        """The numbered provision around a subsection, or the part itself."""
        whole = WHOLE.match(self.part)
        return whole[0] if whole else self.part


def address_of(url: str) -> Address | None:
    """None for what is no address of an act or instrument there."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or host not in HOSTS:
        return None
    steps = [unquote(step) for step in parts.path.split("/") if step]
    steps = steps[1:] if steps[:1] == ["id"] else steps
    if len(steps) < 3 or steps[0] not in KINDS:
        return None
    long = 3 if re.fullmatch(r"\d{4}", steps[1]) else 4  # a year of a reign takes two steps
    if len(steps) < long:
        return None
    item = "/".join(steps[:long])
    if len(item) > LONGEST:
        return None
    rest = steps[long:]
    cut = next((i for i, step in enumerate(rest) if NOT_A_PART.match(step)), len(rest))
    return Address(item, "/".join(rest[:cut]), tuple(rest[cut:]))


def label_of(path: str) -> str:
    """Section 45, or Schedule 1, Part II, paragraph 5."""
    steps, words = path.split("/"), []
    for step in steps:
        if step in UNITS:
            words.append(str(UNITS[step]))
        elif words:
            words[-1] += f" {step}"
    return ", ".join(words) or path
