"""Changes that law has made and the text of the file doesn't show yet."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from hub.legislation.clml.addresses import address_of
from hub.legislation.clml.names import UKM, day, local, words


@dataclass(frozen=True, slots=True)
class Effect:
    """`places` are pairs of a first and a last path; none where it is about the whole."""

    key: str
    what: str
    affected: str
    places: tuple[tuple[str, str], ...]
    by_title: str
    by_path: str
    by_provisions: str
    starts: tuple[tuple[str, str], ...]
    note: str


def effects_of(metadata: Element, item: str) -> list[Effect]:
    """Those that still have to be put into the text, each once."""
    found = (
        effect_of(element, item)
        for element in metadata.iter(f"{UKM}UnappliedEffect")
        if element.get("RequiresApplied") != "false" and element.get("Applied") != "true"
    )
    return list({effect.key: effect for effect in found}.values())


def effect_of(element: Element, item: str) -> Effect:
    get, by = element.get, address_of(element.get("AffectingURI") or "")
    affected = get("AffectedProvisions") or words(element.find(f"{UKM}AffectedProvisions"))
    by_provisions = get("AffectingProvisions") or words(element.find(f"{UKM}AffectingProvisions"))
    effect = Effect(
        key=(get("EffectId") or "")[:100],
        what=(get("Type") or "")[:500],
        affected=(affected or get("AffectedProvision") or "")[:1000],
        places=tuple(places_of(element, item)),
        by_title=(title_of(element) or (by.item if by else ""))[:1000],
        by_path=by.item if by else "",
        by_provisions=by_provisions[:1000],
        starts=tuple(starts_of(element)),
        note=get("Notes") or "",
    )
    return effect if effect.key else replace(effect, key=key_for(effect))


def key_for(effect: Effect) -> str:
    """Older files number no effects: what it says tells one from another."""
    return hashlib.sha256(repr(effect).encode()).hexdigest()


def title_of(element: Element) -> str:
    """In English where it is there in two languages."""
    titles = element.findall(f"{UKM}AffectingTitle")
    english = [title for title in titles if not title.attrib]
    return words(next(iter(english or titles), None))


def places_of(element: Element, item: str) -> Iterator[tuple[str, str]]:
    """From the sections that it names; older files give one address for all."""
    affected = element.find(f"{UKM}AffectedProvisions")
    inside = list(affected) if affected is not None else []
    for place in inside or [element]:
        is_range = local(place) == "SectionRange"
        url = place.get("URI" if inside else "AffectedURI") or ""
        last = place.get("UpTo" if is_range else "AffectedUpTo") or url
        first_address, last_address = address_of(url), address_of(last)
        if first_address and first_address.item == item and first_address.part and last_address:
            yield first_address.part, last_address.part or first_address.part


def starts_of(element: Element) -> Iterator[tuple[str, str]]:
    for start in element.iter(f"{UKM}InForce"):
        on = day(start.get("Date"), "InForce")
        yield on.isoformat() if on else "", start.get("Qualification") or ""
