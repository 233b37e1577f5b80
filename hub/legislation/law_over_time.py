"""What a provision page shows of a day: the official text, our words, and what is still to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.legislation.as_at import texts_as_at
from hub.legislation.as_at_form import AS_AT, AsAtForm
from hub.legislation.clml.addresses import SITE, address_of, label_of
from hub.legislation.enums import NATIONS
from hub.legislation.touching import touches
from hub.legislation.wording import nations_in_words, standing_in_words, start_in_words

if TYPE_CHECKING:
    from hub.legislation.models.official import (
        Instrument,
        OfficialEffect,
        OfficialProvision,
        OfficialVersion,
    )

# A page about a part may be about dozens of sections: the rest is read there.
MOST_PARTS, MOST_CHANGES = 40, 30


@dataclass(frozen=True, slots=True)
class DayText:
    """A text of the day that is shown."""

    version: "OfficialVersion"
    standing: str
    nations: str
    doubt: str


@dataclass(frozen=True, slots=True)
class DayPart:
    """One provision on the day, and what isn't known of it. `others` are its other texts."""

    label: str
    url: str
    texts: list[DayText]
    unknown: str
    others: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Coming:
    what: str
    by: str
    starts: str
    note: str


@dataclass(frozen=True, slots=True)
class LawOnADay:
    day: date
    is_today: bool
    instrument: "Instrument | None"
    parts: list[DayPart]
    more_parts: int
    coming: list[Coming]
    more_coming: int
    not_yet_passed: str


def day_asked_for(request: HttpRequest) -> tuple[AsAtForm, date]:
    """Today, where none is given or none can be read: the form says so then."""
    form = AsAtForm(request.GET if AS_AT in request.GET else None)
    asked = form.cleaned_data[AS_AT] if form.is_bound and form.is_valid() else None
    return form, asked or timezone.localdate()


def law_on(provisions: list["OfficialProvision"], day: date, language: str) -> LawOnADay:
    """Two queries where there are provisions."""
    today = timezone.localdate()
    shown = provisions[:MOST_PARTS]
    prefetch_related_objects(shown, "versions")
    instrument = provisions[0].instrument if provisions else None
    is_no_law = instrument and instrument.passed_on and day < instrument.passed_on
    coming = changes_to_come(instrument, provisions, today) if instrument else []
    return LawOnADay(
        day=day,
        is_today=day == today,
        instrument=instrument,
        parts=[] if is_no_law else [day_part(row, day, today, language) for row in shown],
        more_parts=len(provisions) - len(shown),
        coming=coming[:MOST_CHANGES],
        more_coming=max(0, len(coming) - MOST_CHANGES),
        not_yet_passed=long_date(instrument.passed_on) if instrument and is_no_law else "",
    )


def day_part(row: "OfficialProvision", day: date, today: date, language: str) -> DayPart:
    versions = in_language(list(row.versions.all()), language)
    found = texts_as_at(versions, day)
    heading = next((version.heading for version, _nations in found if version.heading), "")
    label = label_of(row.path)
    shown = {version.pk for version, _nations in found}
    on_day = "" if day == today else f"/{day.isoformat()}"
    return DayPart(
        label=f"{label}: {heading}" if heading else label,
        url=f"{row.instrument.url}/{row.path}{on_day}",
        texts=[day_text(versions, v, nations, day, today) for v, nations in found],
        unknown=unknown_in_words(versions, "".join(nations for _v, nations in found)),
        others=[other_day(v, today) for v in versions if v.pk not in shown],
    )


def in_language(versions: list["OfficialVersion"], language: str) -> list["OfficialVersion"]:
    """In English where there is none in this language, and the other way round."""
    wanted = [version for version in versions if version.language == language]
    english = [version for version in versions if version.language == "en"]
    return wanted or english or versions


def day_text(
    versions: list["OfficialVersion"],
    version: "OfficialVersion",
    nations: str,
    day: date,
    today: date,
) -> DayText:
    in_law = "".join(nation for nation in nations if nation in version.extent)
    return DayText(
        version=version,
        standing=standing_in_words(version, today),
        nations=nations_in_words(in_law) if in_law else _("its extent isn’t recorded"),
        doubt=doubt_in_words(versions, version, day, today),
    )


def doubt_in_words(
    versions: list["OfficialVersion"], version: "OfficialVersion", day: date, today: date
) -> str:
    """A text without a last day is known as long as a file says that it stood, and no longer."""
    if version.valid_to or not version.known_to or day <= version.known_to:
        return ""
    starts = (row.valid_from for row in versions if row.valid_from)
    later = (start for start in starts if day < start <= today)
    facts = {"known": long_date(version.known_to), "next": long_date(min(later, default=None))}
    if facts["next"]:
        return (
            _("It may have changed between %(known)s and %(next)s: we hold no file of that time.")
            % facts
        )
    return _("Known as it stood on %(known)s; it may have changed since.") % facts


def unknown_in_words(versions: list["OfficialVersion"], found: str) -> str:
    """Empty where every nation that it is law in at some time has a text on the day."""
    ever = "".join(n for n in NATIONS if any(version.covers(n) for version in versions))
    missing = "".join(nation for nation in ever if nation not in found)
    if not versions or not found:
        return _("Nothing is known of it on this day.")
    if missing:
        return _("Nothing is known of it on this day for %(nations)s.") % {
            "nations": nations_in_words(missing)
        }
    return ""


def other_day(version: "OfficialVersion", today: date) -> tuple[str, str]:
    """In words, with a day on which it stood; without one where none is known."""
    day = version.valid_from or version.valid_to
    return standing_in_words(version, today), day.isoformat() if day else ""


def changes_to_come(
    instrument: "Instrument", provisions: Iterable["OfficialProvision"], today: date
) -> list[Coming]:
    """Those of these provisions first, then those of the whole. One query."""
    paths = [row.path for row in provisions]
    rows = [row for row in instrument.effects.all() if any(touches(row, path) for path in paths)]
    return [coming(row, today) for row in sorted(rows, key=lambda row: not row.places)]


def coming(effect: "OfficialEffect", today: date) -> Coming:
    by = ", ".join(filter(None, (effect.by_title, effect.by_provisions)))
    what = ": ".join(filter(None, (effect.affected, effect.what)))
    return Coming(what, by, start_in_words(effect, today), effect.note)


def wholly_coming(instrument: "Instrument") -> list[Coming]:
    """Changes of an act as a whole. One query."""
    today = timezone.localdate()
    rows = [row for row in instrument.effects.all() if not row.places]
    return [coming(row, today) for row in rows]


def address_on(official_url: str, day: date) -> str:
    """Where the official text of a day stands; empty for a page that names none."""
    address = address_of(official_url)
    steps = (address.item, address.part, day.isoformat()) if address else ()
    return "/".join((SITE, *filter(None, steps))) if steps else ""


def law_over_time(page: Any, provisions: list["OfficialProvision"], request: HttpRequest) -> dict:
    """What the template of a provision needs. `page` has its versions fetched."""
    form, day = day_asked_for(request)
    return {
        "as_at_form": form,
        "law": law_on(provisions, day, (get_language() or "en")[:2]),
        "held_version": page.version_held_on(day),
        "official_on_day": address_on(page.official_url, day),
    }
