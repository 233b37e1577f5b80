"""What the hub itself publishes points at nobody: its services' numbers, addresses and streets."""

from collections.abc import Callable, Iterable

from hub.core.personal_details.finding import find_details
from hub.core.personal_details.kinds import DetailKind, Finding
from hub.core.personal_details.numbers import compact

# What pages publish on purpose. No page publishes an NHS number, so that none is asked for.
PUBLISHED_KINDS = frozenset(
    {DetailKind.TELEPHONE, DetailKind.EMAIL, DetailKind.POSTCODE, DetailKind.ADDRESS}
)
LAST_DIGITS = 3

TextsWith = Callable[[str], Iterable[str]]

_sources: dict[str, TextsWith] = {}


def register_published(name: str, texts_with: TextsWith) -> None:
    """Adds a source: the texts with a word in them that anybody can read on the hub's own pages."""
    _sources[name] = texts_with


def without_published(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leaves out what a public page of the hub says too.

    Costs a look-up for each different finding of a kind that pages publish, and nothing where
    nothing was found.
    """
    published: dict[tuple[DetailKind, str], bool] = {}
    kept = []
    for finding in findings:
        key = (finding.kind, finding.value)
        if key not in published:
            published[key] = is_published(finding)
        if not published[key]:
            kept.append(finding)
    return tuple(kept)


def is_published(finding: Finding) -> bool:
    if finding.kind not in PUBLISHED_KINDS:
        return False
    return any(
        (other.kind, other.value) == (finding.kind, finding.value)
        for texts_with in _sources.values()
        for text in texts_with(search_word(finding))
        if may_hold(text, finding)
        for other in find_details(text)
    )


def may_hold(text: str, finding: Finding) -> bool:
    """Cheap, and never wrongly False. A street stands before or behind its number."""
    return finding.kind == DetailKind.ADDRESS or compact(finding.value) in compact(text)


def search_word(finding: Finding) -> str:
    """What any notation of it holds: the end of a number or postcode, the name of a street."""
    if finding.kind in (DetailKind.TELEPHONE, DetailKind.POSTCODE):
        return finding.value[-LAST_DIGITS:]
    if finding.kind == DetailKind.ADDRESS:
        return " ".join(word for word in finding.value.split() if not word[0].isdigit())
    return finding.value
