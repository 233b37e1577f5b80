"""Opens a change on each page of ours whose official text an import changed."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.legislation.as_at import standing
from hub.legislation.clml.addresses import label_of
from hub.legislation.enums import NATIONS, TextStatus
from hub.legislation.models.official import (
    Instrument,
    OfficialProvision,
    OfficialVersion,
)
from hub.legislation.models.provision import ProvisionPage
from hub.legislation.resting import scope_of
from hub.upkeep.enums import Why
from hub.upkeep.services.changes import open_change

# What tells one version from another: status, first day, words.
Print = tuple[str, date | None, str]
GONE = {TextStatus.REPEALED, TextStatus.DISCARDED}


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands today in some nation, and what is known to come."""

    now: frozenset[Print] = frozenset()
    to_come: frozenset[Print] = frozenset()


@dataclass(frozen=True, slots=True)
class Rested:
    """A page that rests on what changed, and what changed in words."""

    page: ProvisionPage
    text: str


def standing_of(provision: OfficialProvision, language: str) -> Standing:
    """No query where the versions were fetched before."""
    today = timezone.localdate()
    rows = [row for row in provision.versions.all() if row.language == language]
    now = {row for nation in NATIONS if (row := standing(rows, today, nation))}
    to_come = {row for row in rows if is_to_come(row, today)}
    return Standing(frozenset(map(print_of, now)), frozenset(map(print_of, to_come)))


def is_to_come(row: OfficialVersion, today: date) -> bool:
    if row.has_ended_by(today):
        return False
    return row.status == TextStatus.PROSPECTIVE or not row.has_started_by(today)


def print_of(row: OfficialVersion) -> Print:
    return row.status, row.valid_from, row.digest


def open_changes(
    instrument: Instrument,
    provisions: Mapping[str, OfficialProvision],
    before: Mapping[str, Standing],
    unknown: Standing | None,
    language: str,
) -> list[Rested]:
    """`unknown` is what stood of a provision that nobody had heard of; None: that is no news.

    Nor is it news to learn what stands today where nothing was known of today.
    """
    fresh = OfficialProvision.objects.filter(pk__in=[row.pk for row in provisions.values()])
    after = {row.path: standing_of(row, language) for row in fresh.prefetch_related("versions")}
    news = {
        path: words_for(path, was, now)
        for path, now in after.items()
        if (was := before.get(path, unknown)) is not None and is_news(path in before, was, now)
    }
    found = []
    changed = [row for path, row in provisions.items() if path in news]
    for page, about in pages_resting_on(instrument.path, changed) if changed else ():
        paths = [row.path for row in about]
        said = _("The official text changed: %(what)s") % {
            "what": "; ".join(news[path] for path in paths)
        }
        open_change(page=page, why=Why.CHANGED, note=note_for(paths, after), text=said)
        found.append(Rested(page, said))
    return found


def pages_resting_on(
    item: str, provisions: Iterable[OfficialProvision]
) -> list[tuple[ProvisionPage, list[OfficialProvision]]]:
    """Published pages with those of the provisions that each is about. One query."""
    rows = list(provisions)
    pages = ProvisionPage.objects.live().filter(official_url__icontains=f"/{item}")
    found = []
    for page in pages.order_by("pk"):
        scope = scope_of(page.official_url, page.section_label)
        if scope and scope.item == item:
            about = [row for row in rows if scope.covers(row.path, row.within)]
            found += [(page, about)] if about else []
    return found


def is_news(was_known: bool, was: Standing, now: Standing) -> bool:
    return now != was and (bool(was.now) or not was_known)


def words_for(path: str, was: Standing, now: Standing) -> str:
    """What a reader has to know first."""
    facts = {"part": label_of(path)}
    new = now.now - was.now
    starts = max((start for _status, start, _words in new if start), default=None)
    if any(status in GONE for status, _start, _words in new):
        return _("%(part)s is repealed") % facts
    if not was.now and new:
        return _("%(part)s is new") % facts
    if starts and starts not in {start for _status, start, _words in was.now}:
        return _("%(part)s has a new text from %(day)s") % (facts | {"day": long_date(starts)})
    if new:
        return _("%(part)s reads differently") % facts
    coming = min((start for _s, start, _w in now.to_come - was.to_come if start), default=None)
    if coming:
        return _("%(part)s changes on %(day)s") % (facts | {"day": long_date(coming)})
    return _("what is to come for %(part)s has changed") % facts


def note_for(paths: list[str], after: Mapping[str, Standing]) -> str:
    """The same for the same texts, so that no change is opened twice."""
    said = repr(
        [(p, sorted(map(str, after[p].now)), sorted(map(str, after[p].to_come))) for p in paths]
    )
    return f"official {hashlib.sha256(said.encode()).hexdigest()[:40]}"
