"""Claims of law that lead to no law: an act, a section or a duty without a link or citation."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _

from hub.legislation.citations import CITED
from hub.legislation.models import ActPage, ProvisionPage
from hub.pages.models import HubPage
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding, short
from hub.quality.passages import Passage, Role
from hub.quality.surroundings import Act, Linked, Surroundings

RULES = frozenset({"act", "provision", "policy"})
OFFICIAL = "legislation.gov.uk"
YEAR = re.compile(r"\s+\d{4}$")
ACT_NAME = re.compile(
    r"(?<!\w)(?:[A-Z][\w’'-]*,? (?:(?:and|of|the|for|to|in|etc\.?) ){0,2}){1,8}"
    r"(?:Act|Order|Regulations|Rules) \d{4}"
)
# Of a page, a form or a report, and no law.
OF_A_PAPER = re.compile(
    r"\s+(?:of|in) (?:this|the|your|our) (?:page|guide|form|report|document|plan|toolkit)"
)
SECTIONS = ("section", "schedule", "article")
SHORT_SECTION = re.compile(r"ss?\.? ?\d", re.I)
CLAIM = re.compile(
    r"\b(?:by law|against the law|(?:is|are|it's) (?:illegal|unlawful)|break(?:s|ing)? the law"
    r"|the law (?:requires|says|allows|forbids|lets)"
    r"|(?:legal|statutory) (?:duty|duties|obligations?|requirements?)"
    r"|legally (?:obliged|required|bound)"
    r"|(?:has|have|had|under|with) an? duty to"
    r"|(?:is|are|commits?|committing) (?:an? )?(?:criminal )?offences?)\b",
    re.I,
)


def law(page: HubPage, texts: Sequence[Passage], around: Surroundings) -> Iterator[Finding]:
    """One finding for each text. The law itself needs no link to the law."""
    if isinstance(page, ActPage | ProvisionPage):
        return
    rests_on = [r.pk for r in around.references if r.field == "links"]
    named = " ".join(str(block.value.get("title", "")) for block in page.sources)
    for passage in texts:
        if passage.role in (Role.QUOTE, Role.HEADING):
            continue
        here = {r.pk for r in around.references if r.block and r.block == passage.place.block}
        here |= {r.pk for r in around.references if r.field == passage.place.field and not r.block}
        linked = [around.pages[pk] for pk in (*rests_on, *here) if pk in around.pages]
        if OFFICIAL in passage.html:
            continue
        claim = uncited(passage.text, around.library.acts, linked, named)
        if claim:
            said = _("“%(claim)s”: no link leads to the law that says so.")
            yield Finding(FindingKind.LAW, passage.place, said % {"claim": short(claim)})


def uncited(text: str, acts: tuple[Act, ...], linked: Sequence[Linked], sources: str) -> str:
    """The first claim without a link; empty where each has one.

    An act that is named wants a link to itself or to a section of it; everything else is content
    with any law or policy.
    """
    for name, known in acts_named(text, acts):
        cited = any(page.path.startswith(act.path) for act in known for page in linked)
        if not cited and name not in sources:
            return name
    if any(page.kind in RULES for page in linked):
        return ""
    return next(claims(text), "")


def acts_named(text: str, acts: tuple[Act, ...]) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """What acts are called in a text, each with those of the hub that it may be."""
    pattern, by_name = names_of(acts)
    rest = text
    if pattern is not None:
        for match in pattern.finditer(text):
            year = match["year"] or ""
            may_be = tuple(act for act in by_name[match["name"]] if act.title.endswith(year))
            yield match[0], may_be
        rest = pattern.sub(" ", text)
    for match in ACT_NAME.finditer(rest):
        yield match[0], ()


@lru_cache(maxsize=8)
def names_of(acts: tuple[Act, ...]) -> tuple[re.Pattern[str] | None, dict[str, list[Act]]]:
    """What finds the acts of the hub, with or without their years. The longest names first."""
    by_name: dict[str, list[Act]] = {}
    for act in acts:
        by_name.setdefault(YEAR.sub("", act.title), []).append(act)
    if not by_name:
        return None, by_name
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?P<name>{names})(?: (?P<year>\d{{4}}))?(?!\w)"), by_name


def claims(text: str) -> Iterator[str]:
    for match in CITED.finditer(text):
        is_law = match["unit"].lower().startswith(SECTIONS) or SHORT_SECTION.match(match[0])
        if is_law and not OF_A_PAPER.match(text, match.end()):
            yield match[0].strip()
    for match in CLAIM.finditer(text):
        yield match[0]
